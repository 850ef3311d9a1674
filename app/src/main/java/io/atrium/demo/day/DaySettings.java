// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the first day is shown (prefix `atrium.day`).
///
/// @param run carry a firm through its first day after the start
/// @param once end the application afterwards, with exit code 0 only if every step and every balance held
/// @param json print one JSON object instead of lines for people
/// @param language language of the lines: zh or en
@ConfigurationProperties("atrium.day")
record DaySettings(
        @DefaultValue("false") boolean run,
        @DefaultValue("false") boolean once,
        @DefaultValue("false") boolean json,
        @DefaultValue("zh") String language) {}
