// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// What KIE made of the text of one model.
record Interpreter(DMNRuntime runtime, DMNModel model) {

    /// Compiles a text that the reader let pass; problems are noted where the model is wrong.
    static Optional<Interpreter> of(String xml, Problems problems) {
        var resource = ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8");
        var built = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource));
        var runtime = built.getOrElse(null);
        if (runtime == null || runtime.getModels().isEmpty()) {
            problems.add(ProblemCode.DMN_BROKEN, DmnModel.FILE, "file", "no DMN model", "write a DMN 1.5 model");
            return Optional.empty();
        }
        var model = runtime.getModels().getFirst();
        model.getMessages(DMNMessage.Severity.ERROR)
                .forEach(message -> problems.add(CompileMessage.problem(xml, message)));
        return Optional.of(new Interpreter(runtime, model));
    }
}
