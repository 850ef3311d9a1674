// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.util.regex.Pattern;

/// Names one run (运行编号); the caller chooses it and never gives it to another run.
public record RunId(String value) {
    private static final Pattern SAFE_IN_A_PATH = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]{0,79}");

    public RunId {
        if (!SAFE_IN_A_PATH.matcher(value).matches()) {
            throw new IllegalArgumentException("not a run id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
