// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.fact.FactType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The skeleton of a model: which inputs and decisions it has and what each decision requires.
public record DmnOutline(Map<String, FactType> inputs, Map<String, DecisionOutline> decisions) {

    /// The day of the decision is given to every model that asks for it; it is no fact of the firm.
    public static final String AS_OF = "as_of";

    /// @param requires the inputs and decisions that it names as requirements
    /// @param expression the FEEL text, or null when it is a table
    public record DecisionOutline(
            String name,
            String type,
            Set<String> requires,
            @Nullable String expression) {}

    /// The inputs that are facts of the firm.
    public Map<String, FactType> facts() {
        var facts = new TreeMap<>(inputs);
        facts.remove(AS_OF);
        return facts;
    }

    /// The inputs that a decision rests on, directly or through other decisions, without the day itself.
    public Set<String> inputsOf(String decision) {
        var found = everythingBehind(decision);
        found.remove(AS_OF);
        return found;
    }

    /// The same with the day.
    Set<String> everythingBehind(String decision) {
        var found = new TreeSet<String>();
        collect(decision, found, new HashSet<>());
        return found;
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
