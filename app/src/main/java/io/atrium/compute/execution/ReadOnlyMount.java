// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// A file or folder of this machine that a run sees, read-only, as `/inputs/NAME` (只读输入).
public record ReadOnlyMount(Path source, String name) {
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}");

    public ReadOnlyMount {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
    }
}
