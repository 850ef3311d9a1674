// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.api;

import io.atrium.company.CompanyFile.Line;
import io.atrium.company.FactType;
import io.atrium.kernel.Fen;
import io.atrium.web.api.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A fact in JSON: money as amount and currency, other numbers as decimals in text, dates as `2026-10-31`.
record FactJson(
        String key,
        @Nullable Integer year,
        Object value,
        @Nullable String unit,
        String source,
        LocalDate sourceDate,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean stale,
        String visibility,
        @Nullable String evidence) {

    static FactJson of(Line line) {
        var value = line.value();
        return new FactJson(
                line.definition().key(),
                line.year(),
                value(line),
                value.unit(),
                word(value.source()),
                value.sourceDate(),
                value.validFrom(),
                value.validTo(),
                value.stale(),
                word(line.definition().visibility().name()),
                value.evidence());
    }

    private static Object value(Line line) {
        return switch (line.value().value()) {
            case BigDecimal money when line.definition().type() == FactType.MONEY -> MoneyJson.of(Fen.ofYuan(money));
            case BigDecimal number -> number.toPlainString();
            case Object other -> other;
        };
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
