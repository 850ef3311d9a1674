// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `calendar/china-working-days.yaml`; a malformed file is a bug of the release and throws.
final class ChinaCalendarFile {
    private static final String RESOURCE = "/calendar/china-working-days.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private ChinaCalendarFile() {}

    static WorkingCalendar read() {
        try (var in = Objects.requireNonNull(ChinaCalendarFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return YAML.readValue(in, Root.class).calendar();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private record Root(ZoneId zone, Hours workingHours, List<CalendarYear> years) {
        WorkingCalendar calendar() {
            return new WorkingCalendar(zone, new WorkingHours(workingHours.opens, workingHours.closes), years);
        }
    }

    /// `assumed` is a remark for the reader of the file: it changes nothing that is computed.
    private record Hours(LocalTime opens, LocalTime closes, boolean assumed) {}
}
