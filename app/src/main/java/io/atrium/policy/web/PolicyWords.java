// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.FactUsed;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.Period;
import io.atrium.kernel.Fen;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Policies, facts and amounts in the reader's language; words of packages and of the fact catalogue are data.
final class PolicyWords {

    private static final int PERCENT_DIGITS = 2;

    private final Text t;
    private final FactCatalogue catalogue;

    PolicyWords(Text t, FactCatalogue catalogue) {
        this.t = t;
        this.catalogue = catalogue;
    }

    Text t() {
        return t;
    }

    String of(LocalText text) {
        return t.lang() == Lang.ZH ? text.zh() : text.en();
    }

    String of(@Nullable LocalText text, String otherwise) {
        return text == null ? otherwise : of(text);
    }

    String period(Period period) {
        var from = period.from();
        var to = period.to();
        if (from == null && to == null) {
            return t.of("policy.period.unknown");
        }
        return t.of(
                "policy.period",
                from == null ? t.of("policy.period.open") : t.dateShort(from),
                to == null ? t.of("policy.period.open") : t.dateShort(to));
    }

    /// Until when it can be had.
    String deadline(Period period) {
        var to = period.to();
        return to == null ? t.of("policy.period.open") : t.date(to);
    }

    String deadlineShort(Period period) {
        var to = period.to();
        return to == null ? t.of("policy.period.open") : t.dateShort(to);
    }

    /// The amount or ceiling of a decision; null when there is none.
    @Nullable
    String amount(Decision decision) {
        var amount = money(decision);
        if (amount == null) {
            return null;
        }
        return decision.outcome() == Outcome.CEILING ? t.of("policy.amount.up-to", amount) : t.money(amount);
    }

    /// The amount of a decision; null when there is none.
    @Nullable
    Fen money(Decision decision) {
        var amount = decision.amount();
        return amount == null ? null : amount.yuan().map(Fen::ofYuan).orElse(null);
    }

    /// The name of a fact; a figure that a model computes has none and is named by its key.
    String factName(String key) {
        return catalogue
                .find(key)
                .map(fact ->
                        t.lang() == Lang.ZH ? fact.label().zh() : fact.label().en())
                .orElse(key);
    }

    Fact fact(FactUsed used) {
        var shown = Fact.of(factName(used.key()), factValue(used.key(), used.value()));
        var date = used.sourceDate();
        return used.source() == null || date == null
                ? shown
                : shown.from(t, t.of("company.source." + used.source()), date);
    }

    /// A value from its canonical text, phrased by the type that the catalogue knows.
    String factValue(String key, String canonical) {
        return catalogue.find(key).map(fact -> factValue(fact, canonical)).orElse(canonical);
    }

    private String factValue(FactDefinition fact, String canonical) {
        return switch (fact.type()) {
            case BOOLEAN -> t.yesNo(Boolean.parseBoolean(canonical));
            case DATE -> t.date(LocalDate.parse(canonical));
            case MONEY -> money(new BigDecimal(canonical));
            case NUMBER -> "ratio".equals(fact.unit()) ? percent(canonical) : t.number(new BigDecimal(canonical));
            default ->
                fact.valueNamed(canonical)
                        .map(known -> t.lang() == Lang.ZH ? known.zh() : known.en())
                        .orElse(canonical);
        };
    }

    String figure(AmountResult.Step step) {
        var value = step.value();
        if (value == null) {
            return t.of("policy.amount.unknown");
        }
        return step.unit() == AmountRule.Unit.RATIO ? percent(value) : money(new BigDecimal(value));
    }

    private String percent(String share) {
        return t.number(new BigDecimal(share).movePointRight(PERCENT_DIGITS).stripTrailingZeros()) + "%";
    }

    /// A step before the last may have more digits than fen; they are cut as the amount itself is.
    private String money(BigDecimal yuan) {
        return t.money(Fen.ofYuan(yuan.setScale(PERCENT_DIGITS, RoundingMode.DOWN)));
    }
}
