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

    /// @param organisation whom it concerns; empty when the group before says so
    /// @param link where the record is read or acted upon
    public record Group(String organisation, List<Line> lines, String action, String link) {

        Group unnamed() {
            return new Group("", lines, action, link);
        }
    }

    /// @param due until when to act, in words and with its date; null where nothing is to be done
    public record Line(String text, @Nullable String due) {}

    public String plain(Text t) {
        var parts = groups.stream().map(group -> plain(group, t));
        var footer = "-- \n" + t.of("notice.mail.footer") + "\n" + settingsLink + "\n";
        return Stream.of(Stream.of(lead), parts, Stream.of(footer))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
    }

    private static String plain(Group group, Text t) {
        var lines = group.lines().stream()
                .map(line -> "* " + line.text() + (line.due() == null ? "" : "\n  " + line.due()))
                .collect(Collectors.joining("\n"));
        return group.link().isEmpty()
                ? lines
                : (group.organisation().isEmpty() ? "" : group.organisation() + "\n")
                        + lines + "\n"
                        + t.of("notice.mail.link", group.action(), group.link());
    }
}
