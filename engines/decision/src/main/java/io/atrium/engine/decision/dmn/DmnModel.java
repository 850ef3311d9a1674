// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.model.api.Expression;

/// A compiled model: given values, it yields the results of all its decisions. Safe for many threads.
///
/// The interpreter of KIE is used on purpose: its compiled modes are no faster here, and one of them was wrong.
public final class DmnModel {

    public static final String FILE = DmnLimits.MODEL_FILE;

    private final DmnOutline outline;
    private final Supplier<Interpreter> interpreter;

    private DmnModel(DmnOutline outline, Supplier<Interpreter> interpreter) {
        this.outline = outline;
        this.interpreter = interpreter;
    }

    /// Guards and compiles a model; empty, with problems noted, when anything about it is wrong.
    public static Optional<DmnModel> compile(String xml, Problems problems) {
        var own = new Problems();
        var compiled = DmnReader.read(xml, own)
                .filter(_ -> own.isEmpty())
                .flatMap(outline -> Interpreter.of(xml, own).map(ready -> new DmnModel(outline, () -> ready)));
        own.list().forEach(problems::add);
        return own.isEmpty() ? compiled : Optional.empty();
    }

    /// A model that was compiled before, such as that of a published policy: it is compiled again when it is first
    /// asked, for that takes far longer than reading its outline.
    public static Optional<DmnModel> proven(String xml, Problems problems) {
        return DmnReader.read(xml, problems).map(outline -> new DmnModel(outline, new Once(xml)));
    }

    public DmnOutline outline() {
        return outline;
    }

    /// Compiles a proven model now, so that nobody waits for it later.
    public void prepare() {
        var unused = interpreter.get();
    }

    /// Evaluates every decision whose inputs are all given. A decision that could not be computed has no entry.
    public Map<String, Object> evaluate(Map<String, Object> values) {
        var kie = interpreter.get();
        var context = kie.runtime().newContext();
        values.forEach(context::set);
        var results = new HashMap<String, Object>();
        var names = computable(values);
        if (names.length > 0) {
            for (var result :
                    kie.runtime().evaluateByName(kie.model(), context, names).getDecisionResults()) {
                @Nullable Object value = result.getResult();
                if (value != null) {
                    results.put(result.getDecisionName(), value);
                }
            }
        }
        return results;
    }

    /// One decision and those it requires, of which every fact must be given.
    public Answer answer(Map<String, Object> values, String decision) {
        var kie = interpreter.get();
        var context = kie.runtime().newContext();
        values.forEach(context::set);
        var result =
                kie.runtime().evaluateByName(kie.model(), context, decision).getDecisionResultByName(decision);
        var hasFailed = result.getEvaluationStatus() != DMNDecisionResult.DecisionEvaluationStatus.SUCCEEDED;
        return new Answer(result.getResult(), hasFailed);
    }

    /// What a decision came to.
    ///
    /// @param hasFailed there was an error; what requires this decision has no result either
    public record Answer(@Nullable Object value, boolean hasFailed) {}

    /// The text or table of a decision, as the standard's own object: what the column path compiles.
    public Expression logic(String decision) {
        return interpreter
                .get()
                .model()
                .getDecisionByName(decision)
                .getDecision()
                .getExpression();
    }

    /// KIE logs an error for each decision that lacks an input; a missing fact is daily business here.
    private String[] computable(Map<String, Object> values) {
        return outline.decisions().keySet().stream()
                .filter(decision -> values.keySet().containsAll(outline.everythingBehind(decision)))
                .toArray(String[]::new);
    }

    private static final class Once implements Supplier<Interpreter> {

        private final String xml;
        private @Nullable Interpreter ready;

        Once(String xml) {
            this.xml = xml;
        }

        @Override
        public synchronized Interpreter get() {
            if (ready == null) {
                var problems = new Problems();
                ready = Interpreter.of(xml, problems)
                        .filter(_ -> problems.isEmpty())
                        .orElseThrow(() ->
                                new IllegalStateException("a proven model no longer compiles: " + problems.list()));
            }
            return ready;
        }
    }
}
