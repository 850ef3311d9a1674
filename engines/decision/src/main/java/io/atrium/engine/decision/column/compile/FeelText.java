// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.fact.FactType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.UnaryTest;

/// FEEL as the row path reads it (FEEL 文本): its parser, its values, its tests of cells.
final class FeelText {

    /// What a text comes to. A failure is an error that the row path would report.
    record Value(@Nullable Object value, boolean hasFailed) {}

    /// A cell, parsed.
    ///
    /// @param tests of which one must hold
    record Cell(BaseNode tree, List<UnaryTest> tests) {}

    private final FEELImpl feel = (FEELImpl) FEELBuilder.builder().build();
    private final Map<String, Type> names;
    private final Map<String, Object> constants;

    /// @param names everything that a text may name, with its type
    /// @param constants the values that are the same for every firm, such as the day
    FeelText(Map<String, Type> names, Map<String, Object> constants) {
        this.names = Map.copyOf(names);
        this.constants = Map.copyOf(constants);
    }

    static Type type(FactType type) {
        return switch (type) {
            case BOOLEAN -> BuiltInType.BOOLEAN;
            case NUMBER -> BuiltInType.NUMBER;
            case TEXT -> BuiltInType.STRING;
            case DATE -> BuiltInType.DATE;
        };
    }

    BaseNode expression(String text) {
        var tree = feel.processExpression(text, context()).getInterpreted().getASTNode();
        return (BaseNode) tree;
    }

    Cell cell(String text) {
        var processed = (ProcessedUnaryTest) feel.processUnaryTests(text, context());
        var interpreted = processed.getInterpreted();
        return new Cell(
                (BaseNode) interpreted.getASTNode(),
                interpreted.apply(feel.newEvaluationContext(List.of(), constants)));
    }

    private CompilerContext context() {
        var context = feel.newCompilerContext();
        names.forEach(context::addInputVariableType);
        return context;
    }

    /// The value of a text that names nothing but constants.
    Value evaluate(BaseNode tree) {
        return evaluate(tree, constants);
    }

    /// The same with the value of one name.
    Value evaluate(BaseNode tree, String name, Object value) {
        var values = new HashMap<>(constants);
        values.put(name, value);
        return evaluate(tree, values);
    }

    private Value evaluate(BaseNode tree, Map<String, Object> values) {
        var events = new ArrayList<FEELEvent>();
        var result = tree.evaluate(feel.newEvaluationContext(List.of(events::add), values));
        return new Value(result, events.stream().anyMatch(event -> event.getSeverity() == FEELEvent.Severity.ERROR));
    }

    /// Whether a cell allows a value.
    boolean allows(Cell cell, @Nullable Object value) {
        var context = feel.newEvaluationContext(List.of(), constants);
        return cell.tests().stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(context, value)));
    }

    /// What a tree names apart from constants.
    Set<String> namesIn(ASTNode tree) {
        var found = new TreeSet<String>();
        collect(tree, found);
        return found;
    }

    private void collect(ASTNode tree, Set<String> found) {
        if (tree instanceof NameRefNode name
                && names.containsKey(name.getText())
                && !constants.containsKey(name.getText())) {
            found.add(name.getText());
        }
        for (var child : tree.getChildrenNode()) {
            if (child != null) {
                collect(child, found);
            }
        }
    }
}
