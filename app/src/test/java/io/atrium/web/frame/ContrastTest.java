// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/// WCAG 2.2 AA contrast of every pair of colours that components put on each other, by day and by night.
@Tag("A11-4")
@Tag("FRM-12")
class ContrastTest {

    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*#([0-9a-f]{6})\\b");

    /// A token without a plain colour fails every pair that it is in.
    private static final int UNKNOWN = 0x777777;

    private final Map<String, Integer> day = tokens("tokens.css");
    private final Map<String, Integer> night = tokens("dark.css");

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "ink,yard",
        "ink,paper",
        "ink,paper-sunk",
        "ink-quiet,yard",
        "ink-quiet,paper",
        "ink-quiet,paper-sunk",
        "azure,yard",
        "azure,paper",
        "azure,paper-sunk",
        "azure-strong,yard",
        "azure-strong,azure-wash",
        "on-azure,azure",
        "on-azure,azure-strong",
        "eave-ink,eave",
        "eave-quiet,eave",
        "good,good-wash",
        "wait,wait-wash",
        "bad,bad-wash",
        "info,info-wash",
        "plain,plain-wash",
        "good,paper",
        "wait,paper",
        "bad,paper",
        "info,paper",
        "wait,yard",
        "bad,yard",
        "ink,good-wash",
        "ink,wait-wash",
        "ink,bad-wash",
        "ink,info-wash",
        "ink-quiet,azure-wash"
    })
    void textCanBeRead(String ink, String ground) {
        assertThat(contrast(day, ink, ground)).as("day").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(night, ink, ground)).as("night").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "line-strong,yard",
        "line-strong,paper",
        "focus,yard",
        "focus,paper",
        "good-edge,paper",
        "wait-edge,paper",
        "bad-edge,paper",
        "info-edge,paper",
        "plain-edge,paper",
        "good-edge,good-wash",
        "wait-edge,wait-wash",
        "bad-edge,bad-wash",
        "info-edge,info-wash",
        "plain-edge,plain-wash",
        "azure,azure-wash",
        "chart-1,paper",
        "chart-2,paper",
        "chart-3,paper",
        "chart-4,paper",
        "chart-5,paper",
        "chart-6,paper"
    })
    void partsCanBeTold(String part, String ground) {
        assertThat(contrast(day, part, ground)).as("day").isGreaterThanOrEqualTo(3.0);
        assertThat(contrast(night, part, ground)).as("night").isGreaterThanOrEqualTo(3.0);
    }

    private static double contrast(Map<String, Integer> tokens, String first, String second) {
        double one = luminance(tokens.getOrDefault(first, UNKNOWN));
        double other = luminance(tokens.getOrDefault(second, UNKNOWN));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> tokens(String file) {
        try {
            var css = new ClassPathResource("page/layout/" + file).getContentAsString(StandardCharsets.UTF_8);
            var tokens = new HashMap<String, Integer>();
            TOKEN.matcher(css).results().forEach(hit -> tokens.put(hit.group(1), Integer.parseInt(hit.group(2), 16)));
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
