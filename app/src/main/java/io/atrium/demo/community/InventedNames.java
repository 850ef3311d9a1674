// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import io.atrium.company.UnifiedCode;
import java.util.List;
import java.util.Locale;

/// Names and codes that no real firm has: a brand of three invented syllables without a place name, and a credit code
/// whose region block starts with 99, which GB/T 2260 assigns to no place. Both differ for every number.
final class InventedNames {
    /// A syllable: character and reading.
    private record Syllable(String zh, String pinyin) {}

    private static final List<Syllable> FIRST = syllables(
            "澄cheng 墨mo 岚lan 砚yan 珩heng 霁ji 槐huai 汐xi 隽jun 翊yi 蓼liao 堇jin 昀yun 枥li 淞song 屿yu 蘅heng 弈yi 棠tang 煦xu 筠yun 澹dan 璟jing");
    private static final List<Syllable> SECOND =
            syllables("屿yu 枢shu 衡heng 笙sheng 朔shuo 穹qiong 珂ke 湛zhan 隅yu 樾yue 矩ju 溯su 铎duo 霖lin 棣di 垚yao 瀚han 籁lai 榉ju");
    private static final List<Syllable> THIRD =
            syllables("辰chen 络luo 图tu 象xiang 元yuan 序xu 澜lan 知zhi 言yan 码ma 境jing 泽ze 格ge 脉mai 帆fan 舟zhou 谱pu");
    private static final int BRANDS = 23 * 19 * 17;
    private static final int BRAND_STEP = 2_741; // coprime to BRANDS: neighbours get names far apart
    private static final int SUBJECT_STEP = 7_368_787; // a prime: numbers below ten million give distinct codes
    private static final int SUBJECTS = 10_000_000;
    private static final String REGION = "990001";

    private InventedNames() {}

    record Brand(String zh, String en) {}

    static Brand brand(int number) {
        int index = (int) ((long) number * BRAND_STEP % BRANDS);
        var first = FIRST.get(index % FIRST.size());
        var second = SECOND.get(index / FIRST.size() % SECOND.size());
        var third = THIRD.get(index / FIRST.size() / SECOND.size());
        var reading = first.pinyin + second.pinyin + third.pinyin;
        return new Brand(
                first.zh + second.zh + third.zh,
                reading.substring(0, 1).toUpperCase(Locale.ROOT) + reading.substring(1));
    }

    /// `category` is the code's first two characters: 91 enterprise, 52 private non-enterprise unit.
    static String unifiedCode(String category, int number) {
        var subject = "MA" + "%07d".formatted((long) number * SUBJECT_STEP % SUBJECTS);
        return UnifiedCode.withCheckCharacter(category + REGION + subject).value();
    }

    private static List<Syllable> syllables(String table) {
        return List.of(table.split(" ")).stream()
                .map(entry -> new Syllable(entry.substring(0, 1), entry.substring(1)))
                .toList();
    }
}
