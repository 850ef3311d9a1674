// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// A compiled model: given values, it yields the results of all its decisions. Safe for many threads.
///
/// The interpreter of KIE is used on purpose: its compiled modes are no faster here, and one of them was wrong.
public final class DmnModel {

    public static final String FILE = DmnLimits.MODEL_FILE;

    private final DmnOutline outline;
    private final DMNRuntime runtime;
    private final DMNModel model;

    private DmnModel(DmnOutline outline, DMNRuntime runtime, DMNModel model) {
        this.outline = outline;
        this.runtime = runtime;
        this.model = model;
    }

    /// Guards and compiles a model; empty, with problems noted, when anything about it is wrong.
    public static Optional<DmnModel> compile(String xml, Problems problems) {
        var own = new Problems();
        var compiled = DmnReader.read(xml, own)
                .filter(_ -> own.isEmpty())
                .flatMap(outline -> compileGuarded(outline, xml, own));
        own.list().forEach(p -> problems.add(p.code(), p.file(), p.place(), p.what(), p.mend()));
        return own.isEmpty() ? compiled : Optional.empty();
    }

    private static Optional<DmnModel> compileGuarded(DmnOutline outline, String xml, Problems problems) {
        var resource = ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8");
        var built = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource));
        var runtime = built.getOrElse(null);
        if (runtime == null || runtime.getModels().isEmpty()) {
            problems.add(ProblemCode.DMN_BROKEN, FILE, "file", "no DMN model", "write a DMN 1.5 model");
            return Optional.empty();
        }
        var model = runtime.getModels().getFirst();
        model.getMessages(DMNMessage.Severity.ERROR)
                .forEach(message -> problems.add(
                        ProblemCode.DMN_BROKEN, FILE, placeOf(message), message.getText(), "correct the expression"));
        return Optional.of(new DmnModel(outline, runtime, model));
    }

    private static String placeOf(DMNMessage message) {
        return message.getSourceId() == null ? "model" : message.getSourceId();
    }

    public DmnOutline outline() {
        return outline;
    }

    /// Evaluates every decision whose inputs are all given. A decision that could not be computed has no entry.
    public Map<String, Object> evaluate(Map<String, Object> values) {
        var context = runtime.newContext();
        values.forEach(context::set);
        var results = new HashMap<String, Object>();
        var names = computable(values);
        if (names.length > 0) {
            for (var result : runtime.evaluateByName(model, context, names).getDecisionResults()) {
                @Nullable Object value = result.getResult();
                if (value != null) {
                    results.put(result.getDecisionName(), value);
                }
            }
        }
        return results;
    }

    /// KIE logs an error for each decision that lacks an input; a missing fact is daily business here.
    private String[] computable(Map<String, Object> values) {
        return outline.decisions().keySet().stream()
                .filter(decision -> values.keySet().containsAll(outline.everythingBehind(decision)))
                .toArray(String[]::new);
    }
}
