// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactType;
import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.dmn.Comparison;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.kernel.Typed;
import io.atrium.policy.WorkbenchBase;
import io.atrium.policy.domain.CellPlaces;
import io.atrium.policy.domain.SliderRange;
import io.atrium.policy.domain.SliderRange.Unit;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of a policy in words (政策数值): what each is called, in which unit it is told and typed, and where in the
/// policy it stands. A share is typed in percent; the model keeps it as a fraction.
final class Figures {

    private static final int PERCENT_DIGITS = 2;
    private static final BigDecimal SHARE_MAX = BigDecimal.TEN;

    /// Where a figure stands.
    enum Place {
        CONDITION,
        AMOUNT,
        INNER,
        TABLE
    }

    /// @param unitKey the last part of the unit's message key; empty without a unit
    record Meaning(Place place, String label, Unit unit, String unitKey) {}

    private final PolicyWords words;
    private final Text t;
    private final FactCatalogue catalogue;
    private final WorkbenchBase base;
    private final Map<String, Condition.Leaf> leaves;
    private final Map<String, AmountRule.Step> steps;
    private final Map<String, CellPlaces.Place> cells;
    private final Map<String, Meaning> meanings = new HashMap<>();

    Figures(PolicyWords words, FactCatalogue catalogue, WorkbenchBase base) {
        this.words = words;
        this.t = words.t();
        this.catalogue = catalogue;
        this.base = base;
        var policy = base.compiled().policy();
        this.leaves = policy.conditions()
                .leaves()
                .filter(leaf -> leaf.decision() != null)
                .collect(Collectors.toMap(leaf -> String.valueOf(leaf.decision()), leaf -> leaf, (one, _) -> one));
        this.steps = policy.amount().steps().stream()
                .collect(Collectors.toMap(AmountRule.Step::decision, step -> step, (one, _) -> one));
        var model = base.text().model();
        this.cells = model.contains("decisionTable") ? CellPlaces.of(model) : Map.of();
    }

    Meaning meaning(Threshold figure) {
        return meanings.computeIfAbsent(figure.name(), _ -> found(figure));
    }

    String label(String name) {
        return base.threshold(name).map(figure -> meaning(figure).label()).orElse(name);
    }

    private Meaning found(Threshold figure) {
        var cell = cells.get(figure.name());
        if (cell != null) {
            return cell(cell);
        }
        var step = steps.get(figure.name());
        if (step != null) {
            return step.unit() == AmountRule.Unit.RATIO
                    ? new Meaning(Place.AMOUNT, words.of(step.label()), Unit.PERCENT, "percent")
                    : new Meaning(Place.AMOUNT, words.of(step.label()), Unit.MONEY, "yuan");
        }
        var leaf = leaves.get(figure.name());
        return leaf == null
                ? inner(figure)
                : measured(
                        Place.CONDITION,
                        words.of(leaf.label()),
                        subject(figure),
                        leaf.label().zh(),
                        figure);
    }

    private Meaning inner(Threshold figure) {
        var subject = subject(figure);
        var what = subject.flatMap(catalogue::find)
                .map(fact -> words.factName(fact.key()))
                .orElse(figure.name());
        var label = t.of("policy.workbench.figure.inner", what, usedBy(figure.name()));
        return measured(Place.INNER, label, subject, "", figure);
    }

    private Meaning cell(CellPlaces.Place cell) {
        var table = tableName(cell.decision());
        var fact = catalogue.find(cell.column());
        var label = cell.column().isEmpty()
                ? t.of("policy.workbench.figure.output", table, cell.rule())
                : t.of("policy.workbench.figure.input", table, cell.rule(), words.factName(cell.column()));
        return fact.map(found -> measured(Place.TABLE, label, found))
                .orElse(new Meaning(Place.TABLE, label, Unit.OTHER, ""));
    }

    private String tableName(String decision) {
        return name(decision).map(words::of).orElseGet(() -> decision + " · " + usedBy(decision));
    }

    private Optional<LocalText> name(String decision) {
        return Optional.ofNullable(leaves.get(decision))
                .map(Condition.Leaf::label)
                .or(() -> Optional.ofNullable(steps.get(decision)).map(AmountRule.Step::label));
    }

    /// The first condition or step that rests on a decision.
    private String usedBy(String decision) {
        var outline = base.compiled().model().outline().decisions();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(decision));
        while (!open.isEmpty()) {
            var next = open.remove();
            var named = name(next);
            if (named.isPresent()) {
                return words.of(named.get());
            }
            outline.values().stream()
                    .filter(other -> other.requires().contains(next) && seen.add(other.name()))
                    .forEach(other -> open.add(other.name()));
        }
        return decision;
    }

    private Optional<String> subject(Threshold figure) {
        var decision = base.compiled().model().outline().decisions().get(figure.name());
        return Comparison.of(decision == null ? null : decision.expression()).map(Comparison::subject);
    }

    private Meaning measured(Place place, String label, Optional<String> subject, String chinese, Threshold figure) {
        return subject.flatMap(catalogue::find)
                .map(fact -> measured(place, label, fact))
                .orElseGet(() -> isShare(chinese, figure)
                        ? new Meaning(place, label, Unit.PERCENT, "percent")
                        : new Meaning(place, label, Unit.OTHER, ""));
    }

    private static Meaning measured(Place place, String label, FactDefinition fact) {
        if (fact.type() == FactType.MONEY) {
            return new Meaning(place, label, Unit.MONEY, "yuan");
        }
        var unit = String.valueOf(fact.unit());
        return switch (unit) {
            case "ratio" -> new Meaning(place, label, Unit.PERCENT, "percent");
            case "person", "item", "point", "year" -> new Meaning(place, label, Unit.COUNT, unit);
            default -> new Meaning(place, label, Unit.OTHER, "");
        };
    }

    /// A computed figure has no unit of its own; the label says whether it is a share.
    private static boolean isShare(String label, Threshold figure) {
        return label.contains("%")
                && figure.value() instanceof FactValue.Quantity(var number)
                && number.compareTo(SHARE_MAX) <= 0;
    }

    /// As it stands in the field.
    String typed(Threshold figure, FactValue value) {
        return value instanceof FactValue.Quantity(var number)
                ? inUnit(figure, number).toPlainString()
                : value.text();
    }

    private BigDecimal inUnit(Threshold figure, BigDecimal number) {
        var shown = meaning(figure).unit() == Unit.PERCENT ? number.movePointRight(PERCENT_DIGITS) : number;
        var stripped = shown.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// What was typed; empty when it is no value of the figure's type.
    Optional<FactValue> read(Threshold figure, String typed) {
        if (figure.value() instanceof FactValue.Day) {
            try {
                return Optional.of(new FactValue.Day(LocalDate.parse(Typed.halfWidth(typed))));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
        return Typed.number(Typed.halfWidth(typed).replaceAll("[%¥元人项分年]", ""))
                .map(number -> meaning(figure).unit() == Unit.PERCENT ? number.movePointLeft(PERCENT_DIGITS) : number)
                .map(FactValue.Quantity::new);
    }

    /// With its unit: `5 人`, `30%`, `2023-09-01`.
    String shown(String name, FactValue value) {
        return base.threshold(name).map(figure -> shown(figure, value)).orElse(value.text());
    }

    String shown(Threshold figure, FactValue value) {
        if (!(value instanceof FactValue.Quantity(var number))) {
            return value instanceof FactValue.Day(var day) ? t.dateShort(day) : value.text();
        }
        var key = meaning(figure).unitKey();
        var text = t.number(inUnit(figure, number));
        return key.isEmpty() ? text : t.of("policy.workbench.value." + key, text);
    }

    String unit(Threshold figure) {
        var key = meaning(figure).unitKey();
        return key.isEmpty() ? "" : t.of("policy.workbench.unit." + key);
    }

    Optional<SliderRange> slider(Threshold figure) {
        return Stream.of(figure.value())
                .filter(FactValue.Quantity.class::isInstance)
                .map(value -> SliderRange.around(
                        inUnit(figure, ((FactValue.Quantity) value).value()),
                        meaning(figure).unit()))
                .findFirst();
    }
}
