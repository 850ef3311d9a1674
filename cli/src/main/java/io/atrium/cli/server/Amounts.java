// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Money, durations and moments between the wire and the terminal.
final class Amounts {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhd])");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Amounts() {}

    /// Exact yuan, as the API gives them.
    static String yuan(JsonNode money) {
        return money.path("amount").asString("");
    }

    /// In the community's time, whatever the terminal's is.
    static String moment(JsonNode text) {
        return text.isString() ? Instant.parse(text.asString()).atZone(SHANGHAI).format(MOMENT) : "";
    }

    /// Two units at most: `45s`, `3m20s`, `2h5m`, `3d4h`.
    static String brief(Duration duration) {
        var parts = new long[] {
            duration.toDaysPart(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
        };
        var units = List.of("d", "h", "m", "s");
        int first = IntStream.range(0, parts.length)
                .filter(at -> parts[at] > 0)
                .findFirst()
                .orElse(parts.length - 1);
        return IntStream.range(first, Math.min(first + 2, parts.length))
                .filter(at -> at == first || parts[at] > 0)
                .mapToObj(at -> parts[at] + units.get(at))
                .collect(Collectors.joining());
    }

    /// `90m`, `2h`, `3d` or ISO 8601: `PT90M`.
    static Duration limit(String typed, Words words) throws CommandFailed {
        var brief = SHORT.matcher(typed);
        if (brief.matches()) {
            long count = Long.parseLong(brief.group(1));
            return switch (brief.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            return Duration.parse(typed);
        } catch (DateTimeException _) {
            throw notUnderstood("LIMIT_NOT_UNDERSTOOD", typed, words);
        }
    }

    /// `2026-12-01T18:00+08:00`: without its offset a date would mean something else on each machine.
    static OffsetDateTime date(String typed, Words words) throws CommandFailed {
        try {
            return OffsetDateTime.parse(typed);
        } catch (DateTimeException _) {
            throw notUnderstood("DATE_NOT_UNDERSTOOD", typed, words);
        }
    }

    private static CommandFailed notUnderstood(String code, String typed, Words words) {
        return new CommandFailed(
                ExitStatus.WRONG_USAGE,
                code,
                words.of("failed." + code, typed),
                words.of("failed." + code + ".remedy"));
    }
}
