// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a mail says (邮件内容), in the language of its reader.
///
/// @param groups what concerns one record each, those with the earliest deadline first
/// @param settingsLink where the reader changes what they get
public record Letter(String subject, String lead, List<Group> groups, String settingsLink) {

    /// @param link where the record is read or acted upon
    public record Group(String organisation, List<Line> lines, String action, String link) {}

    /// @param due until when to act, in words and with its date; null where nothing is to be done
    public record Line(String text, @Nullable String due) {}

    public String plain(Text t) {
        var parts = groups.stream().map(Letter::plain);
        var footer = "-- \n" + t.of("notice.mail.footer") + "\n" + settingsLink + "\n";
        return Stream.of(Stream.of(lead), parts, Stream.of(footer))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
    }

    private static String plain(Group group) {
        var lines = group.lines().stream()
                .map(line -> "* " + line.text() + (line.due() == null ? "" : "\n  " + line.due()))
                .collect(Collectors.joining("\n"));
        return group.link().isEmpty()
                ? lines
                : group.organisation() + "\n" + lines + "\n" + group.action() + ": " + group.link();
    }
}
