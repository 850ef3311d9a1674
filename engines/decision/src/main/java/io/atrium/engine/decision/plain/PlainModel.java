// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.plain;

import io.atrium.engine.decision.plain.PlainOutcome.Reason;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// A plain DMN model (DMN 决策模型) with all that it imports: given values, it yields the result of one decision or of one
/// decision service. As DMN has it, what goes wrong in an expression makes its result null.
public final class PlainModel {

    private final DMNRuntime runtime;
    private final DMNModel model;

    private PlainModel(DMNRuntime runtime, DMNModel model) {
        this.runtime = runtime;
        this.model = model;
    }

    /// Compiles a model.
    ///
    /// @param file the model
    /// @param beside files among which the models that it imports are found, by their namespace
    public static PlainOutcome compile(Path file, Collection<Path> beside) {
        var main = PlainSource.read(file).orElse(null);
        if (main == null) {
            return new PlainOutcome.Refused(Reason.NOT_READABLE, file.getFileName() + " is no DMN file");
        }
        var sources = withImports(main, beside);
        if (sources.values().stream().anyMatch(ExternalFunctions::isIn)) {
            return new PlainOutcome.Refused(
                    Reason.EXTERNAL_FUNCTION, file.getFileName() + " calls a function outside FEEL");
        }
        return compile(main, sources.values());
    }

    private static Map<String, PlainSource> withImports(PlainSource main, Collection<Path> beside) {
        var found = new LinkedHashMap<String, PlainSource>();
        var open = new ArrayDeque<>(List.of(main));
        while (!open.isEmpty()) {
            var source = open.pop();
            if (found.putIfAbsent(source.namespace(), source) == null
                    && !source.imports().isEmpty()) {
                beside.stream()
                        .flatMap(file -> PlainSource.read(file).stream())
                        .filter(other -> source.imports().contains(other.namespace()))
                        .forEach(open::push);
            }
        }
        return found;
    }

    private static PlainOutcome compile(PlainSource main, Collection<PlainSource> sources) {
        var resources = sources.stream().map(PlainModel::resource).toList();
        var built = DMNRuntimeBuilder.fromDefaults()
                .setRootClassLoader(NoClasses.INSTANCE)
                .setOption(new RuntimeTypeCheckOption(true))
                .buildConfiguration()
                .fromResources(resources);
        var runtime = built.getOrElse(null);
        var model = runtime == null ? null : runtime.getModel(main.namespace(), main.name());
        return model == null
                ? new PlainOutcome.Refused(Reason.NOT_READABLE, main.name() + " is no DMN model that can be compiled")
                : new PlainOutcome.Ready(new PlainModel(runtime, model));
    }

    private static Resource resource(PlainSource source) {
        return ResourceFactory.newReaderResource(new StringReader(source.text()), "UTF-8");
    }

    /// The result of a decision; null also when it could not be computed.
    public @Nullable Object decide(String decision, Map<String, @Nullable Object> values) {
        return runtime.evaluateByName(model, context(values), decision)
                .getContext()
                .get(decision);
    }

    /// The result of one output decision of a decision service.
    public @Nullable Object serve(String service, String decision, Map<String, @Nullable Object> values) {
        return runtime.evaluateDecisionService(model, context(values), service)
                .getContext()
                .get(decision);
    }

    private DMNContext context(Map<String, @Nullable Object> values) {
        var context = runtime.newContext();
        values.forEach(context::set);
        return context;
    }
}
