// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile.Line;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactType;
import io.atrium.company.domain.DeliveryColumn;
import io.atrium.kernel.Fen;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Facts in the reader's language; the words of the catalogue are data and come with it.
final class FactText {
    private static final int PERCENT_DECIMALS = 2;
    private static final long MONTHS_PER_YEAR = 12;

    private final Text t;

    FactText(Text t) {
        this.t = t;
    }

    String unknown() {
        return t.of("company.file.unknown");
    }

    String label(FactDefinition.Label label) {
        return t.lang() == Lang.ZH ? label.zh() : label.en();
    }

    String label(FactCatalogue.Group group) {
        return t.lang() == Lang.ZH ? group.zh() : group.en();
    }

    /// Why a value is stale, by the rule of the catalogue.
    String staleRule(Line line) {
        var age = age(Objects.requireNonNull(line.definition().staleAfter()));
        var confirmed = t.dateShort(line.value().sourceDate());
        return t.of(line.year() == null ? "company.file.stale.rule" : "company.file.stale.rule.year", age, confirmed);
    }

    private String age(Period age) {
        long months = age.toTotalMonths();
        return months > MONTHS_PER_YEAR && months % MONTHS_PER_YEAR == 0
                ? t.of("company.age.years", months / MONTHS_PER_YEAR)
                : t.of("company.age.months", months);
    }

    String title(Line line) {
        var label = label(line.definition().label());
        var year = line.year();
        return year == null ? label : t.of("company.file.year", label, Integer.toString(year));
    }

    String value(Line line) {
        return value(line.definition(), line.value().value());
    }

    String value(FactDefinition fact, Object value) {
        return switch (value) {
            case LocalDate day -> t.date(day);
            case Boolean flag -> t.yesNo(flag);
            case BigDecimal number -> number(fact, number);
            case List<?> items ->
                items.stream()
                        .map(item -> coded(fact, item.toString()))
                        .collect(Collectors.joining(t.lang() == Lang.ZH ? "、" : ", "));
            default -> coded(fact, value.toString());
        };
    }

    /// A column of a delivery: its label and, for whoever mends the file, its name there.
    String column(FactCatalogue catalogue, String name) {
        return DeliveryColumn.named(name, catalogue)
                .filter(DeliveryColumn.OfFact.class::isInstance)
                .map(column -> label(((DeliveryColumn.OfFact) column).fact().label()) + " (" + name + ")")
                .orElse(name);
    }

    String source(Line line) {
        return t.of(
                "company.source.line",
                t.of("company.source." + line.value().source()),
                t.dateShort(line.value().sourceDate()));
    }

    private String number(FactDefinition fact, BigDecimal number) {
        if (fact.type() == FactType.MONEY) {
            return t.money(Fen.ofYuan(number));
        }
        return switch (String.valueOf(fact.unit())) {
            case "person" -> t.of("company.unit.person", number);
            case "item" -> t.of("company.unit.item", number);
            case "ratio" -> t.number(number.movePointRight(2).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)) + "%";
            default -> t.number(number);
        };
    }

    private String coded(FactDefinition fact, String value) {
        return fact.word(value, t.lang());
    }
}
