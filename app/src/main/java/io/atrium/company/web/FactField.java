// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactQuestion;
import io.atrium.company.FactType;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The questions of a form about one fact: its value by its type, its year or the day since which it holds.
record FactField(FactDefinition fact, Text t) {

    static final String VALUE = "value";
    static final String YEAR = "year";
    static final String SINCE = "since";
    private static final int YEARS_OFFERED = 5;

    /// Several ticks of a list are one value.
    static String typed(Map<String, List<String>> parameters) {
        return FactQuestion.typed(parameters, VALUE);
    }

    Field value() {
        return new FactQuestion(fact, t).named(VALUE);
    }

    Field answered(String typed) {
        var field = value();
        if (typed.isEmpty()) {
            return field;
        }
        return fact.type() == FactType.LIST && fact.isCoded()
                ? field.values(Arrays.stream(typed.split(";")).collect(Collectors.toSet()))
                : field.values(Set.of(typed));
    }

    /// The same questions as they would stand with what is known now.
    Form stored(Optional<CompanyFile.Line> known) {
        var value = known.map(line -> answered(text(line.value().value()))).orElseGet(this::value);
        var form = Form.to("", "", value);
        return fact.isYearly()
                ? form
                : form.with(when(known.map(line -> line.value().validFrom()).orElse(LocalDate.EPOCH)));
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(";"));
            case BigDecimal number -> number.toPlainString();
            default -> String.valueOf(value);
        };
    }

    /// The year of a yearly fact, else the day from which a value holds.
    Field when(LocalDate today) {
        if (!fact.isYearly()) {
            return Field.of(FieldKind.DATE, SINCE, "company.field.since")
                    .hint("company.field.since.hint")
                    .small()
                    .value(today.toString());
        }
        int last = today.getYear() - 1;
        var years = IntStream.range(0, YEARS_OFFERED)
                .mapToObj(back -> Integer.toString(last - back))
                .map(year -> Option.literal(year, year))
                .toList();
        return Field.select(YEAR, "company.field.year", years).small().value(Integer.toString(last));
    }

    /// The allowed values of a coded fact.
    List<Option> options() {
        return new FactQuestion(fact, t).options();
    }
}
