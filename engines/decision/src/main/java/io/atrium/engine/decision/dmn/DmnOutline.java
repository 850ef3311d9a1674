// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.table.ModelNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The skeleton of a model: which inputs and decisions it has and what each decision requires.
public final class DmnOutline {

    /// The day of the decision is given to every model that asks for it; it is no fact of the firm.
    public static final String AS_OF = "as_of";

    private final Map<String, FactType> inputs;
    private final Map<String, FactType> facts;
    private final Map<String, DecisionOutline> decisions;
    private final Map<String, Set<String>> everythingBehind;
    private final Map<String, Set<String>> factsBehind;

    /// @param requires the inputs and decisions that it names as requirements
    /// @param expression the FEEL text, or null when it is a table
    public record DecisionOutline(
            String name,
            String type,
            Set<String> requires,
            @Nullable String expression) {}

    /// What stands behind each decision is worked out once: every decision of every firm asks for it.
    DmnOutline(Map<String, FactType> inputs, Map<String, DecisionOutline> decisions) {
        this.inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        this.decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        this.facts = withoutDay(inputs);
        this.everythingBehind = new HashMap<>();
        this.factsBehind = new HashMap<>();
        for (var decision : decisions.keySet()) {
            var behind = new TreeSet<String>();
            collect(decision, behind, new HashSet<>());
            everythingBehind.put(decision, Set.copyOf(behind));
            behind.remove(AS_OF);
            factsBehind.put(decision, Collections.unmodifiableSet(behind));
        }
    }

    public Map<String, FactType> inputs() {
        return inputs;
    }

    /// The inputs that are facts of the firm.
    public Map<String, FactType> facts() {
        return facts;
    }

    /// In the order of the model.
    public Map<String, DecisionOutline> decisions() {
        return decisions;
    }

    /// What tables may name.
    public ModelNames names() {
        var types = new HashMap<String, String>();
        var requires = new HashMap<String, Set<String>>();
        inputs.forEach((name, type) -> types.put(name, type.feelName()));
        decisions.forEach((name, decision) -> {
            types.put(name, decision.type());
            requires.put(name, decision.requires());
        });
        return new ModelNames(types, requires);
    }

    /// A decision that the model has.
    public DecisionOutline decision(String name) {
        return Objects.requireNonNull(decisions.get(name), name);
    }

    /// The facts that a decision rests on, directly or through other decisions, in the order of their keys.
    public Set<String> factsBehind(String decision) {
        return factsBehind.getOrDefault(decision, Set.of());
    }

    /// The same with the day.
    Set<String> everythingBehind(String decision) {
        return everythingBehind.getOrDefault(decision, Set.of());
    }

    private static Map<String, FactType> withoutDay(Map<String, FactType> inputs) {
        var facts = new TreeMap<>(inputs);
        facts.remove(AS_OF);
        return Collections.unmodifiableMap(facts);
    }

    private void collect(String name, Set<String> found, Set<String> seen) {
        if (!seen.add(name)) {
            return;
        }
        if (inputs.containsKey(name)) {
            found.add(name);
        }
        var decision = decisions.get(name);
        if (decision != null) {
            decision.requires().forEach(required -> collect(required, found, seen));
        }
    }
}
