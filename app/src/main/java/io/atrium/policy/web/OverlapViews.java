// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.together.Combination;
import io.atrium.engine.decision.together.Cut;
import io.atrium.kernel.Fen;
import io.atrium.policy.Entitlement;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says how a firm's policies bind each other, by which clause, and what it best takes together.
final class OverlapViews {

    private final Text t;
    private final PolicyWords words;
    private final FirmTogether together;

    OverlapViews(PolicyWords words, FirmTogether together) {
        this.t = words.t();
        this.words = words;
        this.together = together;
    }

    /// Nothing when nothing binds.
    List<String> lines() {
        var best = together.best();
        var lines = new ArrayList<String>();
        for (var line : best.lines()) {
            bindings(line).map(cut -> said(line.policy(), cut)).forEach(lines::add);
        }
        if (!lines.isEmpty()) {
            lines.addAll(advice(best));
        }
        return lines;
    }

    /// What is taken off one policy, as lines below its amount.
    List<Fact> cuts(Combination.Line line) {
        return bindings(line)
                .map(cut -> Fact.of(
                                t.of("policy.together.cut." + cut.kind(), other(cut)),
                                "− " + t.money(new Fen(cut.fen())))
                        .from(basis(cut)))
                .toList();
    }

    /// What was had already is no binding: it is shown as such.
    private static Stream<Cut> bindings(Combination.Line line) {
        return line.cuts().stream().filter(cut -> cut.kind() != Cut.Kind.HAD);
    }

    private String said(String policy, Cut cut) {
        return cut.kind() == Cut.Kind.NOT_BOTH
                ? t.of("policy.overlap.conflict", title(policy), other(cut), clause(cut))
                : t.of(
                        "policy.together.said." + cut.kind(),
                        title(policy),
                        other(cut),
                        new Fen(cut.fen()),
                        clause(cut));
    }

    private List<String> advice(Combination best) {
        var lines = new ArrayList<String>();
        lines.add(t.of("policy.overlap.best", titles(best), new Fen(best.sumFen())));
        best.lines().stream()
                .flatMap(line -> line.cuts().stream())
                .filter(cut -> cut.kind() == Cut.Kind.NOT_BOTH)
                .flatMap(cut -> Stream.ofNullable(cut.against()))
                .distinct()
                .filter(kept -> best.paying().contains(kept))
                .map(kept -> otherwise(best, kept))
                .forEach(lines::add);
        if (best.paying().stream().anyMatch(this::isCeiling)) {
            lines.add(t.of("policy.overlap.ceilings"));
        }
        if (best.lines().stream().anyMatch(line -> line.isRanked() && line.fen() > 0)) {
            lines.add(t.of("policy.together.ranked"));
        }
        return lines;
    }

    private String otherwise(Combination best, String kept) {
        var otherwise = together.without(kept);
        var less = best.sumFen() - otherwise.sumFen();
        return t.of(
                "policy.overlap.otherwise", title(kept), titles(otherwise), new Fen(otherwise.sumFen()), new Fen(less));
    }

    private boolean isCeiling(String policy) {
        return together.find(policy)
                .filter(found -> found.stored().decision().outcome() == Outcome.CEILING)
                .isPresent();
    }

    private String clause(Cut cut) {
        return Optional.ofNullable(cut.rulePolicy())
                .flatMap(together::find)
                .map(found -> new Reasons(words, found.policy().content()).clauseName(String.valueOf(cut.clause())))
                .orElse("");
    }

    private String basis(Cut cut) {
        var clause = clause(cut);
        return clause.isEmpty() ? t.of("policy.together.no-clause") : t.of("policy.amount.clause", clause);
    }

    private String other(Cut cut) {
        return cut.against() == null ? "" : title(cut.against());
    }

    private String titles(Combination combination) {
        return combination.paying().stream().map(this::title).collect(Collectors.joining(t.of("policy.comma")));
    }

    private String title(String policy) {
        return together.find(policy)
                .map(Entitlement::policy)
                .map(found -> words.of(found.header().title()))
                .orElse(policy);
    }
}
