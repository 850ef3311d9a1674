// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Amounts and counts: digits are the same in both languages, units and their sizes are not (万 and 亿, million).
final class Figures {

    private static final long FEN_PER_WAN = 1_000_000L;
    private static final long FEN_PER_YI = 10_000_000_000L;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final long FEN_PER_MILLION = 100_000_000L;

    private final Text text;

    Figures(Text text) {
        this.text = text;
    }

    String money(Fen amount) {
        var sign = amount.isNegative() ? "-" : "";
        return sign + text.of("web.unit.money", yuan(amount.isNegative() ? amount.negated() : amount));
    }

    String yuan(Fen amount) {
        return decimal("#,##0.00").format(amount.yuan());
    }

    Figure moneyRounded(Fen amount) {
        long size = Math.abs(amount.value());
        if (text.lang() == Lang.ZH) {
            return size >= FEN_PER_YI
                    ? rounded(amount, FEN_PER_YI, 2, "web.unit.yi")
                    : size >= FEN_PER_WAN ? rounded(amount, FEN_PER_WAN, 1, "web.unit.wan") : exact(amount);
        }
        return size >= FEN_PER_MILLION ? rounded(amount, FEN_PER_MILLION, 2, "web.unit.million") : exact(amount);
    }

    String number(long value) {
        return decimal("#,##0").format(value);
    }

    String number(BigDecimal value) {
        return decimal("#,##0.######").format(value);
    }

    String percent(BasisPoints share) {
        return decimal("0.##").format(BigDecimal.valueOf(share.value(), 2)) + "%";
    }

    /// Two decimals; what would be shown as zero without being zero is shown to six.
    String gpuHours(GpuMillis time) {
        var hours = time.gpuHours();
        boolean vanishes = hours.signum() > 0 && hours.compareTo(new BigDecimal("0.005")) < 0;
        return decimal(vanishes ? "0.######" : "#,##0.00").format(hours);
    }

    Figure gpuHoursRounded(GpuMillis time) {
        var hours = time.gpuHours();
        if (text.lang() == Lang.ZH && hours.compareTo(TEN_THOUSAND) >= 0) {
            var rounded = hours.divide(TEN_THOUSAND, 1, RoundingMode.HALF_UP);
            return new Figure(decimal("#,##0.0").format(rounded), text.of("web.unit.gpu-hours.wan"));
        }
        var pattern = hours.compareTo(BigDecimal.valueOf(100)) >= 0 ? "#,##0" : "#,##0.0";
        return new Figure(decimal(pattern).format(hours), text.of("web.unit.gpu-hours.name"));
    }

    private Figure exact(Fen amount) {
        return new Figure(yuan(amount), text.of("web.unit.yuan"));
    }

    private Figure rounded(Fen amount, long unit, int decimals, String unitKey) {
        var value = BigDecimal.valueOf(amount.value()).divide(BigDecimal.valueOf(unit), decimals, RoundingMode.HALF_UP);
        return new Figure(decimal("#,##0." + "0".repeat(decimals)).format(value), text.of(unitKey));
    }

    private static DecimalFormat decimal(String pattern) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
