// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.CommandFailed;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.atrium.cli.server.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var english = bundle(Locale.ROOT);
        var chinese = bundle(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .noneMatch(key -> chinese.getString(key).equals(english.getString(key)) && !key.endsWith("gpus"));
    }

    @Test
    void followsTheTerminalAndSpeaksEnglishToEverybodyElse() {
        assertThat(Words.in(Locale.of("zh", "CN")).of("stop.kept")).isEqualTo("没有停止。");
        assertThat(Words.in(Locale.FRANCE).of("stop.kept")).isEqualTo("Nothing was stopped.");
        assertThat(Words.in(Locale.FRANCE).language()).isEqualTo("en");
    }

    @Test
    void readsLimitsAsPeopleWriteThem() throws CommandFailed {
        var words = Words.in(Locale.ENGLISH);
        assertThat(Amounts.limit("90m", words)).isEqualTo(Duration.ofMinutes(90));
        assertThat(Amounts.limit("3d", words)).isEqualTo(Duration.ofDays(3));
        assertThat(Amounts.limit("PT2H", words)).isEqualTo(Duration.ofHours(2));
    }
}
