// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.CompanyFile.Line;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactOrigin;
import io.atrium.company.FactSource;
import io.atrium.company.FactValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for a firm on a day, out of everything that is known of it.
public final class FactResolution {
    /// A ratio keeps six decimals: finer than any threshold of a policy.
    private static final int RATIO_DECIMALS = 6;

    private final FactCatalogue catalogue;
    private final LocalDate validOn;

    public FactResolution(FactCatalogue catalogue, LocalDate validOn) {
        this.catalogue = catalogue;
        this.validOn = validOn;
    }

    /// In the order of the catalogue; of yearly facts every year that had ended, newest first.
    public List<Line> lines(List<Claim> known) {
        var byKey = known.stream().collect(Collectors.groupingBy(Claim::key));
        return catalogue.definitions().stream()
                .flatMap(fact -> fact.isDerived()
                        ? derived(fact, byKey)
                        : stated(fact, byKey.getOrDefault(fact.key(), List.of())))
                .toList();
    }

    /// The newest line of each fact.
    public static Map<String, FactValue> newest(List<Line> lines) {
        var values = new LinkedHashMap<String, FactValue>();
        lines.forEach(line -> values.putIfAbsent(line.definition().key(), line.value()));
        return values;
    }

    private Stream<Line> stated(FactDefinition fact, List<Claim> claims) {
        var newestFirst = claims.stream()
                .filter(claim -> fact.isYearly()
                        ? claim.validity().hasEndedBy(validOn)
                        : claim.validity().contains(validOn))
                .sorted(Comparator.comparing((Claim claim) -> claim.validity().from())
                        .reversed())
                .toList();
        return newestFirst.stream().map(claim -> line(fact, claim, claim == newestFirst.getFirst()));
    }

    /// Only the newest value ages: an earlier year is history, and a newer one stands above it.
    private Line line(FactDefinition fact, Claim claim, boolean newest) {
        var value = new FactValue(
                claim.value(),
                fact.unit(),
                claim.origin().source().name(),
                claim.origin().date(),
                claim.validity().from(),
                claim.validity().to(),
                newest && fact.isStale(freshSince(fact, claim), validOn),
                claim.origin().evidence());
        return new Line(fact, fact.isYearly() ? claim.validity().from().getYear() : null, value);
    }

    /// A year's figure ages from the end of its year, however late it was delivered; others from their source's day.
    private static LocalDate freshSince(FactDefinition fact, Claim claim) {
        return fact.isYearly()
                ? Objects.requireNonNull(claim.validity().to())
                : claim.origin().date();
    }

    private Stream<Line> derived(FactDefinition fact, Map<String, List<Claim>> byKey) {
        var rule = Objects.requireNonNull(fact.derived());
        var divisors = new HashMap<LocalDate, Claim>();
        byKey.getOrDefault(rule.divisor(), List.of())
                .forEach(claim -> divisors.put(claim.validity().from(), claim));
        var quotients = new ArrayList<Claim>();
        for (var dividend : byKey.getOrDefault(rule.dividend(), List.of())) {
            var divisor = divisors.get(dividend.validity().from());
            if (divisor != null && ((BigDecimal) divisor.value()).signum() > 0) {
                quotients.add(quotient(fact, dividend, divisor));
            }
        }
        return stated(fact, quotients);
    }

    private static Claim quotient(FactDefinition fact, Claim dividend, Claim divisor) {
        var ratio = ((BigDecimal) dividend.value())
                .divide((BigDecimal) divisor.value(), RATIO_DECIMALS, RoundingMode.HALF_UP);
        var older = dividend.origin().date().isBefore(divisor.origin().date()) ? dividend : divisor;
        var origin = new FactOrigin(FactSource.DERIVED, null, older.origin().date(), null);
        return new Claim(fact.key(), dividend.validity(), ratio, origin);
    }
}
