// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.Missing;
import io.atrium.engine.decision.column.evaluate.ReadDay;
import io.atrium.engine.decision.column.evaluate.ReadNumber;
import io.atrium.engine.decision.column.evaluate.ReadText;
import io.atrium.engine.decision.column.evaluate.ReadTruth;
import io.atrium.engine.decision.column.evaluate.Require;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import io.atrium.engine.decision.column.snapshot.Column;
import io.atrium.engine.decision.column.snapshot.DayColumn;
import io.atrium.engine.decision.column.snapshot.NumberColumn;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import io.atrium.engine.decision.column.snapshot.TruthColumn;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.dmn.DmnOutline;
import io.atrium.engine.decision.fact.FactType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.LiteralExpression;

/// The decisions of one model as steps over one snapshot on one day (决策编译). Each decision is compiled once, and only
/// when something asks for it.
public final class CompileDecisions {

    private final DmnModel model;
    private final Snapshot snapshot;
    private final Map<String, Object> constants;
    private final FeelText feel;
    private final CompileExpression expressions;
    private final Map<String, Step> steps = new HashMap<>();
    private int slots;

    public CompileDecisions(DmnModel model, Snapshot snapshot, LocalDate day) {
        this.model = model;
        this.snapshot = snapshot;
        this.constants =
                model.outline().inputs().containsKey(DmnOutline.AS_OF) ? Map.of(DmnOutline.AS_OF, day) : Map.of();
        this.feel = new FeelText(types(model.outline()), constants);
        this.expressions = new CompileExpression(feel, this::named, this::nextSlot);
    }

    /// The step of a decision.
    ///
    /// @throws NotCompiled when it holds a construct that does not run over columns
    public Step decision(String name) {
        var known = steps.get(name);
        if (known != null) {
            return known;
        }
        var step = required(name, own(name));
        checkType(name, step);
        steps.put(name, step);
        return step;
    }

    /// The values of a row as the row path takes them, or null when a fact behind the decision is missing.
    public @Nullable Map<String, Object> valuesAt(int row, String decision) {
        var values = snapshot.valuesAt(row, model.outline().facts());
        if (!values.keySet().containsAll(model.outline().factsBehind(decision))) {
            return null;
        }
        values.putAll(constants);
        return values;
    }

    private int nextSlot() {
        return slots++;
    }

    private Step own(String name) {
        return switch (model.logic(name)) {
            case LiteralExpression literal -> expressions.compile(feel.expression(literal.getText()));
            case DecisionTable table ->
                new CompileTable(feel, expressions, this::nextSlot).compile(table, row -> decide(row, name));
            default -> throw new NotCompiled("decision " + name);
        };
    }

    private CompileOutputs.@Nullable Result decide(int row, String decision) {
        var values = valuesAt(row, decision);
        if (values == null) {
            return null;
        }
        var answer = model.answer(values, decision);
        if (answer.hasFailed() && requirements(decision).stream().anyMatch(required -> hasFailed(values, required))) {
            return null;
        }
        return new CompileOutputs.Result(answer.value(), answer.hasFailed());
    }

    /// A table that fails only because of a decision it requires says nothing about its rules.
    private boolean hasFailed(Map<String, Object> values, String required) {
        return model.answer(values, required).hasFailed();
    }

    private Step required(String name, Step own) {
        var troublesome = requirements(name).stream()
                .map(this::decision)
                .filter(Step::canFail)
                .toList();
        return troublesome.isEmpty() ? own : new Require(nextSlot(), own, troublesome);
    }

    private List<String> requirements(String name) {
        return model.outline().decision(name).requires().stream()
                .filter(model.outline().decisions()::containsKey)
                .toList();
    }

    private void checkType(String name, Step step) {
        var type = model.outline().decision(name).type();
        var fits = switch (step.shape()) {
            case Shape.Number _, Shape.Ratio _ -> type.equals("number");
            case Shape.Truth _ -> type.equals("boolean");
            case Shape.Text _ -> type.equals("string");
            case Shape.Day _ -> type.equals("date");
        };
        if (!fits && !type.isEmpty() && !type.equals("Any")) {
            throw new NotCompiled("decision " + name + " of type " + type);
        }
    }

    private Step named(String name) {
        var known = steps.get(name);
        if (known != null) {
            return known;
        }
        var type = model.outline().facts().get(name);
        if (type == null) {
            return decision(name);
        }
        var step = snapshot.column(name, type).map(this::read).orElseGet(() -> new Missing(nextSlot(), shape(type)));
        steps.put(name, step);
        return step;
    }

    private Step read(Column column) {
        return switch (column) {
            case NumberColumn numbers -> new ReadNumber(nextSlot(), numbers);
            case DayColumn days -> new ReadDay(nextSlot(), days);
            case TextColumn texts -> new ReadText(nextSlot(), texts);
            case TruthColumn truths -> new ReadTruth(nextSlot(), truths);
        };
    }

    private static Shape shape(FactType type) {
        return switch (type) {
            case NUMBER -> Shape.number(0, 0, 0);
            case DATE -> new Shape.Day();
            case TEXT -> new Shape.Text(Shape.Texts.of(List.of()));
            case BOOLEAN -> new Shape.Truth();
        };
    }

    private static Map<String, Type> types(DmnOutline outline) {
        var types = new HashMap<String, Type>();
        outline.inputs().forEach((key, type) -> types.put(key, FeelText.type(type)));
        outline.decisions()
                .forEach((name, decision) -> types.put(
                        name,
                        FactType.ofFeel(decision.type()).map(FeelText::type).orElse(BuiltInType.UNKNOWN)));
        return types;
    }
}
