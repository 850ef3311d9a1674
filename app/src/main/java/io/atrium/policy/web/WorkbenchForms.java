// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.policy.WorkbenchBase;
import io.atrium.policy.domain.MovedFigure;
import io.atrium.policy.web.Figures.Place;
import io.atrium.policy.web.WorkbenchPage.FigureField;
import io.atrium.policy.web.WorkbenchPage.FigureGroup;
import io.atrium.policy.web.WorkbenchPage.Slider;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The figures of a policy as a form: read from the address, and drawn with field and slider.
final class WorkbenchForms {

    /// More fields of one kind than this begin folded.
    private static final int OPEN_MAX = 12;

    private final Text t;
    private final Figures figures;
    private final WorkbenchBase base;
    private final Map<String, String> typed;
    private final SortedMap<String, FactValue> values = new TreeMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    /// What names no figure of this policy is passed over: it was typed for another.
    WorkbenchForms(Text t, Figures figures, WorkbenchBase base, Map<String, String> typed) {
        this.t = t;
        this.figures = figures;
        this.base = base;
        this.typed = typed;
        base.thresholds().stream()
                .filter(figure -> typed.containsKey(figure.name()))
                .forEach(this::read);
    }

    private void read(Threshold figure) {
        var answer = typed.getOrDefault(figure.name(), "");
        figures.read(figure, answer)
                .filter(value -> MovedFigure.isPossible(figure, value))
                .ifPresentOrElse(
                        value -> values.put(figure.name(), value),
                        () -> errors.add(FieldError.of(
                                WorkbenchAsk.FIGURE + figure.name(),
                                figure.value() instanceof FactValue.Day
                                        ? "policy.workbench.wrong.day"
                                        : "policy.workbench.wrong.number",
                                figures.meaning(figure).label(),
                                answer)));
    }

    SortedMap<String, FactValue> values() {
        return values;
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    Form form() {
        return Form.to(WorkbenchAsk.PATH, "policy.workbench.submit").wrong(errors);
    }

    List<FigureGroup> groups() {
        return Arrays.stream(Place.values())
                .map(place -> group(
                        place,
                        base.thresholds().stream()
                                .filter(figure -> figures.meaning(figure).place() == place)
                                .map(this::field)
                                .toList()))
                .filter(group -> !group.figures().isEmpty())
                .toList();
    }

    private FigureGroup group(Place place, List<FigureField> fields) {
        var id = place.name().toLowerCase(Locale.ROOT);
        boolean isWrong = fields.stream().anyMatch(field -> field.error() != null);
        return new FigureGroup(id, t.of("policy.workbench.place." + id), fields, fields.size() > OPEN_MAX && !isWrong);
    }

    private FigureField field(Threshold figure) {
        var name = WorkbenchAsk.FIGURE + figure.name();
        var now = figures.typed(figure, figure.value());
        var value = typed.getOrDefault(figure.name(), now);
        var meaning = figures.meaning(figure);
        var hint = t.of("policy.workbench.now", figures.shown(figure, figure.value()));
        return new FigureField(
                name,
                meaning.label(),
                meaning.place() == Place.INNER || meaning.place() == Place.TABLE ? hint + " · " + figure.text() : hint,
                value,
                figures.unit(figure),
                figure.value() instanceof FactValue.Day,
                figures.slider(figure)
                        .map(range -> new Slider(
                                range.min().toPlainString(),
                                range.max().toPlainString(),
                                range.step().toPlainString(),
                                value))
                        .orElse(null),
                errors.stream()
                        .filter(error -> error.field().equals(name))
                        .findFirst()
                        .map(error -> error.text(t))
                        .orElse(null));
    }
}
