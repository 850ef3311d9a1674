// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.Refusal;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// Words, amounts and times in one language; `t` in every template, a method parameter in every controller.
public final class Text {

    private final Lang lang;
    private final Messages messages;
    private final Figures figures;
    private final Times times;

    Text(Lang lang, Messages messages) {
        this.lang = lang;
        this.messages = messages;
        figures = new Figures(this);
        times = new Times(this);
    }

    public Lang lang() {
        return lang;
    }

    /// The message of a key; arguments are money, dates, GPU time and numbers as they are, phrased here.
    /// An unknown key is shown as itself: a test finds those in templates, and a page is better than an error.
    public String of(String key, Object... arguments) {
        var pattern = messages.pattern(lang, key);
        if (pattern == null) {
            return key;
        }
        return arguments.length == 0 ? pattern : format(pattern, arguments);
    }

    public boolean has(String key) {
        return messages.pattern(lang, key) != null;
    }

    /// The name of an enum's value: key `<prefix>.<NAME>`.
    public String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    public String of(Bilingual words) {
        return words.in(lang);
    }

    public RefusalText refusal(Refusal refusal) {
        return RefusalText.of(this, refusal);
    }

    /// What a code means, without the facts of a case.
    public RefusalText refusal(String code) {
        return RefusalText.of(this, code);
    }

    /// Exact: `1,234.56 元`, `¥1,234.56`.
    public String money(Fen amount) {
        return figures.money(amount);
    }

    /// Exact, without unit, for a column whose heading names the unit: `1,234.56`.
    public String yuan(Fen amount) {
        return figures.yuan(amount);
    }

    /// Rounded with its unit, for tiles: `123.5 万元`, `¥1.24 million`.
    public Figure moneyRounded(Fen amount) {
        return figures.moneyRounded(amount);
    }

    public String number(long value) {
        return figures.number(value);
    }

    public String number(BigDecimal value) {
        return figures.number(value);
    }

    public String percent(BasisPoints share) {
        return figures.percent(share);
    }

    /// `128.50 卡时`, `128.50 GPU-hours`.
    public String gpuHours(GpuMillis time) {
        return of("web.unit.gpu-hours", figures.gpuHours(time));
    }

    /// Rounded with its unit, for tiles: `10.0 万卡时`, `100,000 GPU-hours`.
    public Figure gpuHoursRounded(GpuMillis time) {
        return figures.gpuHoursRounded(time);
    }

    public Figure gpuHoursFigure(GpuMillis time) {
        return new Figure(figures.gpuHours(time), of("web.unit.gpu-hours.name"));
    }

    /// `2025-12-12 (周五)`, `Fri 12 Dec 2025`.
    public String date(LocalDate date) {
        return times.date(date);
    }

    /// Without the weekday, for dense tables: `2025-12-12`, `12 Dec 2025`.
    public String dateShort(LocalDate date) {
        return times.dateShort(date);
    }

    /// `2025-12-12 17:00 (周五)`, `Fri 12 Dec 2025, 17:00`.
    public String dateTime(Instant moment) {
        return times.dateTime(moment);
    }

    /// To the second, without the weekday, for logs and timelines: `2025-12-12 17:00:05`.
    public String dateTimeShort(Instant moment) {
        return times.dateTimeShort(moment);
    }

    /// For the `datetime` attribute.
    public String machineTime(Instant moment) {
        return moment.toString();
    }

    /// The two largest units: `2 小时 5 分`, `3.2 秒`.
    public String duration(Duration duration) {
        return times.duration(duration);
    }

    public String workingDays(int days) {
        return of("web.unit.working-days", days);
    }

    public String yesNo(boolean value) {
        return of(value ? "web.yes" : "web.no");
    }

    /// A value as a fact or an argument: phrased by its type.
    public Object phrase(Object value) {
        return switch (value) {
            case Fen amount -> money(amount);
            case GpuMillis time -> gpuHours(time);
            case BasisPoints share -> percent(share);
            case LocalDate date -> date(date);
            case Instant moment -> dateTime(moment);
            case Duration duration -> duration(duration);
            case Boolean flag -> yesNo(flag);
            case BigDecimal number -> number(number);
            case Bilingual words -> words.in(lang);
            case Long _, Integer _, String _ -> value;
            default -> value.toString();
        };
    }

    private String format(String pattern, Object... arguments) {
        var phrased = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            phrased[i] = phrase(arguments[i]);
        }
        return new MessageFormat(pattern.replace("'", "''"), lang.locale()).format(phrased);
    }
}
