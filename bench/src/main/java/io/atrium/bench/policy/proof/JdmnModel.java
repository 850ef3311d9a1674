// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.runtime.interpreter.DMNInterpreter;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.serialization.xstream.XMLDMNSerializer;
import com.gs.dmn.transformation.InputParameters;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The same model in jDMN's interpreter, an engine by other people.
public final class JdmnModel {

    private static final Map<String, String> SETTINGS =
            Map.of("dmnVersion", "1.5", "modelVersion", "1", "platformVersion", "1");

    private final DMNModelRepository repository;
    private final DMNInterpreter<Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount> interpreter;

    /// @param xml DMN 1.5
    public JdmnModel(String xml) {
        var settings = new InputParameters(SETTINGS);
        var definitions = new XMLDMNSerializer(new NopBuildLogger(), settings).readModel(new StringReader(xml));
        repository = new DMNModelRepository(definitions);
        interpreter = new JavaTimeDMNDialectDefinition().createDMNInterpreter(repository, settings);
    }

    /// What a decision comes to; null when there is no value.
    public @Nullable Object decide(String decision, Map<String, Object> values) {
        var element = repository.findDRGElementByName(decision);
        var context = EvaluationContext.makeDecisionEvaluationContext(element, values);
        return Result.value(
                interpreter.evaluateDecision(repository.getRootDefinitions().getNamespace(), decision, context));
    }
}
