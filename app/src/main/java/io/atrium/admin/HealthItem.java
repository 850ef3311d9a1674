// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import java.util.List;

/// One part of the installation and how it is (运行状况).
///
/// @param part `database`, `disk` …: its words stand under `admin.health.<part>`
/// @param words arguments of the sentence that tells the state
public record HealthItem(String part, Level level, List<Object> words) {

    /// How it is: well, worth a look, or in need of help at once.
    public enum Level {
        WELL,
        WATCH,
        ILL
    }

    static HealthItem of(String part, Level level, Object... words) {
        return new HealthItem(part, level, List.of(words));
    }
}
