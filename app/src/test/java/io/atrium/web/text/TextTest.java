// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TextTest {

    private final Text zh = Messages.load().in(Lang.ZH);
    private final Text en = Messages.load().in(Lang.EN);

    @Test
    @Tag("I18-5")
    void moneyIsExactToTheFen() {
        assertThat(zh.money(new Fen(123_456))).isEqualTo("1,234.56 元");
        assertThat(en.money(new Fen(123_456))).isEqualTo("¥1,234.56");
        assertThat(zh.money(new Fen(-5))).isEqualTo("-0.05 元");
        assertThat(en.money(new Fen(-123_456))).isEqualTo("-¥1,234.56");
        assertThat(zh.money(new Fen(Long.MAX_VALUE))).isEqualTo("92,233,720,368,547,758.07 元");
    }

    @Test
    @Tag("I18-5")
    void roundedMoneyTakesTheUnitOfTheLanguage() {
        assertThat(zh.moneyRounded(new Fen(123_456_789))).isEqualTo(new Figure("123.5", "万元"));
        assertThat(zh.moneyRounded(new Fen(999_999))).isEqualTo(new Figure("9,999.99", "元"));
        assertThat(zh.moneyRounded(new Fen(12_345_678_900L))).isEqualTo(new Figure("1.23", "亿元"));
        assertThat(en.moneyRounded(new Fen(123_456_789))).isEqualTo(new Figure("1.23", "million yuan"));
    }

    @Test
    @Tag("I18-6")
    void datesAreToldInShanghaiTime() {
        var moment = Instant.parse("2025-12-12T09:00:00Z");
        assertThat(zh.dateTime(moment)).isEqualTo("2025-12-12 17:00 (周五)");
        assertThat(en.dateTime(moment)).isEqualTo("Fri 12 Dec 2025, 17:00");
        assertThat(zh.date(LocalDate.parse("2025-12-12"))).isEqualTo("2025-12-12 (周五)");
        assertThat(en.dateShort(LocalDate.parse("2025-12-12"))).isEqualTo("12 Dec 2025");
    }

    @Test
    void durationsNameTheirTwoLargestUnits() {
        assertThat(zh.duration(Duration.ofSeconds(7_505))).isEqualTo("2 小时 5 分");
        assertThat(en.duration(Duration.ofMinutes(60))).isEqualTo("1 h");
        assertThat(zh.duration(Duration.ofMillis(3_240))).isEqualTo("3.2 秒");
        assertThat(en.duration(Duration.ofMillis(40))).isEqualTo("40 ms");
        assertThat(en.duration(Duration.ofHours(25))).isEqualTo("1 day 1 h");
    }

    @Test
    void gpuTimeNeverLooksLikeZeroWhenItIsNot() {
        assertThat(zh.gpuHours(new GpuMillis(460_800_000))).isEqualTo("128.00 卡时");
        assertThat(en.gpuHours(new GpuMillis(3_600))).isEqualTo("0.001 GPU-hours");
        assertThat(en.gpuHours(GpuMillis.ZERO)).isEqualTo("0.00 GPU-hours");
    }

    @Test
    @Tag("I18-8")
    void pluralsFollowTheNumber() {
        assertThat(en.workingDays(1)).isEqualTo("1 working day");
        assertThat(en.workingDays(3)).isEqualTo("3 working days");
        assertThat(zh.workingDays(3)).isEqualTo("3 个工作日");
    }

    @Test
    void argumentsArePhrasedByTheirType() {
        assertThat(zh.of("web.next.who", new Fen(100))).isEqualTo("由1.00 元办理");
        assertThat(en.percent(new BasisPoints(3_333))).isEqualTo("33.33%");
        assertThat(en.of("no.such.key", 1)).isEqualTo("no.such.key");
    }

    @Test
    void refusalsNameTheirFactsAndWithoutThemLeaveAGap() {
        var text = en.refusal(Refusal.of(CommonRefusal.TOO_LARGE));
        assertThat(text.code()).isEqualTo("TOO_LARGE");
        assertThat(text.title()).isEqualTo("Too large");
        assertThat(text.remedy()).isNotEmpty();
    }

    @Test
    void languagesAreFoundByPrimarySubtag() {
        assertThat(Lang.find("zh-Hans-CN")).contains(Lang.ZH);
        assertThat(Lang.find("EN_us")).contains(Lang.EN);
        assertThat(Lang.find("fr")).isEmpty();
    }
}
