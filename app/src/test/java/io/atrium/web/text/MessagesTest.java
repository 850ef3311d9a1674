// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The messages of ALL modules: complete in both languages, with the same placeholders.
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Messages messages = Messages.load();

    @Test
    @Tag("I18-1")
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(messages.all(Lang.EN).keySet()))
                .isEqualTo(new TreeSet<>(messages.all(Lang.ZH).keySet()));
    }

    @Test
    @Tag("I18-1")
    void bothLanguagesUseTheSamePlaceholders() {
        var different = new TreeMap<String, String>();
        messages.all(Lang.ZH).forEach((key, chinese) -> {
            var english = messages.all(Lang.EN).getOrDefault(key, "");
            if (!placeholders(chinese).equals(placeholders(english))) {
                different.put(key, chinese + " / " + english);
            }
        });
        assertThat(different).isEmpty();
    }

    /// The official term (docs/glossary.md), the English beside it, and what people say instead and pages must not.
    @ParameterizedTest
    @CsvSource({
        "算力券, voucher, 代金券|优惠券|算力卷",
        "统一社会信用代码, unified|code, 信用代码证|社会信用号",
        "对账单, statement, 账单明细表",
        "授信额度, credit, 信用额度",
        "核验码, code, 验证编码",
        "免申即享, apply|application|by itself|automatic, 免申请即享|免审即享"
    })
    @Tag("I18-4")
    void officialTermsAreUsedWithTheirEnglish(String official, String english, String forbidden) throws IOException {
        assertThat(Files.readString(Path.of("../docs/glossary.md"))).contains("| " + official + " |");
        var chinese = messages.all(Lang.ZH);
        assertThat(chinese.values()).noneMatch(Pattern.compile(forbidden).asPredicate());
        var used = chinese.keySet().stream()
                .filter(key -> chinese.getOrDefault(key, "").contains(official))
                .toList();
        assertThat(used).as(official).isNotEmpty();
        var beside = Pattern.compile(english, Pattern.CASE_INSENSITIVE);
        assertThat(used)
                .filteredOn(key -> beside.matcher(messages.all(Lang.EN).getOrDefault(key, ""))
                        .find())
                .as("%s is %s in English", official, english)
                .hasSizeGreaterThanOrEqualTo((used.size() + 1) / 2);
    }

    @Test
    void everyPatternCanBeFormatted() {
        var broken = new ArrayList<String>();
        for (var lang : Lang.values()) {
            messages.all(lang).keySet().stream()
                    .filter(key -> !key.startsWith("problem."))
                    .filter(key -> !canBeFormatted(lang, key))
                    .forEach(broken::add);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void englishIsWrittenInEnglishAndChineseInChinese() {
        assertThat(messages.all(Lang.EN).entrySet())
                .filteredOn(entry -> HAN.matcher(entry.getValue()).find())
                .extracting(Map.Entry::getKey)
                .allMatch(MessagesTest::isQuotedFromChinese);
        assertThat(messages.all(Lang.ZH)).hasSizeGreaterThan(100);
    }

    @Test
    void everyRefusalCodeHasTitleDetailAndRemedy() {
        var codes = messages.all(Lang.ZH).keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .map(key -> key.split("\\.")[1])
                .distinct();
        assertThat(codes).allSatisfy(code -> {
            for (var part : List.of("title", "detail", "remedy")) {
                assertThat(messages.all(Lang.ZH)).containsKey("problem." + code + "." + part);
            }
        });
    }

    /// Examples that quote a document in its own language.
    private static boolean isQuotedFromChinese(String key) {
        return key.endsWith(".quote") || key.endsWith(".zh");
    }

    private boolean canBeFormatted(Lang lang, String key) {
        try {
            return !messages.in(lang).of(key, 1, 1, 1, 1, 1, 1).isBlank();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static TreeSet<String> placeholders(String pattern) {
        var names =
                PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).toList();
        return new TreeSet<>(names);
    }
}
