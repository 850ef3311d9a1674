// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What no style sheet may do, whichever module it belongs to.
class StyleSheetTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final String CALM = "@media (prefers-reduced-motion: no-preference) {";
    private static final Pattern MOVES = Pattern.compile("\\b(animation|transition)\\s*:");
    private static final Pattern SLANTED = Pattern.compile("<(em|i|cite|address|dfn)[ >]");
    private static final Pattern LEADING = Pattern.compile("--leading:\\s*([0-9.]+);");

    @Test
    @Tag("A11-10")
    void whatMovesMovesOnlyForThoseWhoDoNotMind() throws IOException {
        for (var sheet : files(".css")) {
            var rest = withoutCalm(Files.readString(sheet));
            assertThat(MOVES.matcher(rest).find()).as(sheet.toString()).isFalse();
        }
    }

    @Test
    @Tag("I18-11")
    void chineseIsSetUprightWithAirAndInItsOwnFonts() throws IOException {
        var tokens = Files.readString(TEMPLATES.resolve("layout/tokens.css"));
        var leading = LEADING.matcher(tokens);
        assertThat(leading.find()).isTrue();
        assertThat(Double.parseDouble(leading.group(1))).isGreaterThanOrEqualTo(1.6);
        assertThat(tokens).containsPattern(":root:lang\\(zh\\) \\{\\s*--font: \"PingFang SC\"");
        for (var sheet : files(".css")) {
            assertThat(Files.readString(sheet))
                    .as(sheet.toString())
                    .doesNotContain("text-align: justify", "font-style: italic", "@font-face");
        }
        for (var template : files(".jte")) {
            assertThat(SLANTED.matcher(Files.readString(template)).find())
                    .as(template.toString())
                    .isFalse();
        }
    }

    /// The sheet without its blocks for readers who do not mind motion.
    private static String withoutCalm(String css) {
        int start = css.indexOf(CALM);
        if (start < 0) {
            return css;
        }
        int end = start + CALM.length();
        for (int depth = 1; depth > 0; end++) {
            depth += css.charAt(end) == '{' ? 1 : css.charAt(end) == '}' ? -1 : 0;
        }
        return css.substring(0, start) + withoutCalm(css.substring(end));
    }

    private static List<Path> files(String suffix) throws IOException {
        try (var found = Files.walk(TEMPLATES)) {
            return found.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().endsWith("sheet.css")) // paper, not screen
                    .toList();
        }
    }
}
