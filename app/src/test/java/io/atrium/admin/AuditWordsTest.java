// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the code writes into the audit trail has words for whoever reads it.
class AuditWordsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ENTRY =
            Pattern.compile("audit\\.record\\((?:[^;\"]|\"\\w+\"\\))*\"([a-z]+\\.[a-z-]+)\",");

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyActionHasWords(Lang lang) throws IOException {
        var t = Messages.load().in(lang);
        var actions = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                ENTRY.matcher(Files.readString(file)).results().forEach(found -> actions.add(found.group(1)));
            }
        }
        assertThat(actions).hasSizeGreaterThan(40);
        assertThat(actions)
                .allSatisfy(action -> assertThat(t.has("admin.audit.action." + action))
                        .as(action)
                        .isTrue());
    }
}
