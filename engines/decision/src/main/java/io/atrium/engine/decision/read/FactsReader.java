// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads facts written as `key: value`, or with `value`, `unit`, `source` and `date`. An explicit null takes a fact
/// away.
final class FactsReader {

    private static final int FACTS_MAX = 500;

    private final Map<String, FactType> types;

    private final boolean refusesUnknownKeys;

    private FactsReader(Map<String, FactType> types, boolean refusesUnknownKeys) {
        this.types = types;
        this.refusesUnknownKeys = refusesUnknownKeys;
    }

    /// For examples: a fact that the model does not ask for is a mistake of the author.
    static FactsReader forExamples(Map<String, FactType> types) {
        return new FactsReader(types, true);
    }

    /// For the facts of a real firm, which knows more about itself than one policy asks.
    static FactsReader forFirm(Map<String, FactType> types) {
        return new FactsReader(types, false);
    }

    FactSet read(FactSet base, YamlEntry entry) {
        var facts = new TreeMap<String, Fact>();
        base.keys().forEach(key -> base.find(key).ifPresent(fact -> facts.put(key, fact)));
        for (var key : entry.keys()) {
            var value = entry.raw(key);
            if (value.isNull()) {
                facts.remove(key);
            } else {
                fact(key, value).ifPresent(fact -> facts.put(key, fact));
            }
        }
        if (facts.size() > FACTS_MAX) {
            entry.problem(
                    ProblemCode.LIMIT_EXCEEDED, "more than " + FACTS_MAX + " facts", "leave out what is not used");
        }
        return FactSet.of(facts.values());
    }

    private Optional<Fact> fact(String key, YamlEntry entry) {
        var type = types.get(key);
        if (type == null && !refusesUnknownKeys) {
            return Optional.empty();
        }
        if (type == null) {
            entry.problem(
                    ProblemCode.REFERENCE_UNKNOWN, "the model has no input '" + key + "'", "use " + types.keySet());
            return Optional.empty();
        }
        var isDetailed = entry.isMapping();
        if (isDetailed) {
            entry.allowOnly("value", "unit", "source", "date");
        }
        var text = isDetailed ? entry.get("value").text() : entry.text();
        var value = type.parse(text);
        if (value.isEmpty()) {
            entry.problem(ProblemCode.VALUE_WRONG, "'" + text + "' is no " + type.feelName(), "correct the value");
        }
        return value.map(found -> new Fact(
                key,
                found,
                isDetailed ? entry.find("unit").map(YamlEntry::text).orElse(null) : null,
                isDetailed ? entry.find("source").map(YamlEntry::text).orElse(null) : null,
                isDetailed ? entry.find("date").map(YamlEntry::date).orElse(null) : null));
    }
}
