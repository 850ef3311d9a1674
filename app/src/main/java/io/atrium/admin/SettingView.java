// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One setting of this installation (设置项).
///
/// @param name as it stands in a file: `atrium.compute.runs-at-once`
/// @param standard the value without any setting; null when there is none
/// @param current the value that counts; never that of a secret
public record SettingView(
        String name, @Nullable String standard, @Nullable String current, boolean isSecret, SetBy setBy) {

    /// Where the current value comes from.
    public enum SetBy {
        DEFAULT,
        FILE,
        ENVIRONMENT,
        COMMAND_LINE,
        OTHER
    }

    /// The same setting as a variable of the environment.
    public String variable() {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }
}
