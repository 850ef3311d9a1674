// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A column of a delivery: a fact, of a year if it is a yearly one, or the day of the row's data.
public sealed interface DeliveryColumn {

    /// The name used in reports and to tell columns apart.
    String name();

    record OfFact(FactDefinition fact, @Nullable Integer year) implements DeliveryColumn {
        @Override
        public String name() {
            return year == null ? fact.key() : fact.key() + "_" + year;
        }
    }

    record OfSourceDate() implements DeliveryColumn {
        @Override
        public String name() {
            return "source_date";
        }
    }

    Pattern WITH_YEAR = Pattern.compile("(.+?)[_ ]?(\\d{4})年?");

    /// Reads a header cell: a key, a Chinese or an English label, or several of them with a slash between
    /// (`营业收入_2025/revenue_2025`), which then must mean the same column.
    static Optional<DeliveryColumn> named(String cell, FactCatalogue catalogue) {
        var meant = Stream.concat(Stream.of(cell), Stream.of(cell.split("/")))
                .map(part -> one(part.strip(), catalogue))
                .toList();
        if (meant.getFirst().isPresent()) {
            return meant.getFirst();
        }
        var parts = meant.subList(1, meant.size());
        return parts.stream().distinct().count() == 1 ? parts.getFirst() : Optional.empty();
    }

    private static Optional<DeliveryColumn> one(String name, FactCatalogue catalogue) {
        if (name.equals("数据日期") || name.equalsIgnoreCase("source_date") || name.equalsIgnoreCase("Source date")) {
            return Optional.of(new OfSourceDate());
        }
        var year = WITH_YEAR.matcher(name);
        if (year.matches()) {
            return fact(year.group(1), catalogue)
                    .filter(FactDefinition::isYearly)
                    .map(fact -> new OfFact(fact, Integer.valueOf(year.group(2))));
        }
        return fact(name, catalogue).filter(fact -> !fact.isYearly()).map(fact -> new OfFact(fact, null));
    }

    private static Optional<FactDefinition> fact(String name, FactCatalogue catalogue) {
        return catalogue.definitions().stream()
                .filter(fact -> !fact.isDerived())
                .filter(fact -> fact.key().equalsIgnoreCase(name)
                        || fact.label().zh().equals(name)
                        || fact.label().en().equalsIgnoreCase(name))
                .findFirst();
    }
}
