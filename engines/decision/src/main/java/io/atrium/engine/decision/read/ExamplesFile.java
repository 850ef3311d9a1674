// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `examples.yaml`: facts shared by all examples, then each example with what differs and what must come out.
public final class ExamplesFile {

    public static final String NAME = "examples.yaml";
    static final int EXAMPLES_MAX = 300;

    private final FactsReader facts;

    private ExamplesFile(Map<String, FactType> types) {
        this.facts = FactsReader.forExamples(types);
    }

    public static List<Example> read(String text, Map<String, FactType> types, Problems problems) {
        return new YamlFile(NAME, problems)
                .read(text)
                .map(new ExamplesFile(types)::examples)
                .orElse(List.of());
    }

    /// What all examples of a file share.
    record Common(FactSet facts, LocalDate day) {}

    static Common common(String text, Map<String, FactType> types, Problems problems) {
        return new YamlFile(NAME, problems)
                .read(text)
                .map(new ExamplesFile(types)::common)
                .orElse(new Common(FactSet.of(List.of()), LocalDate.EPOCH));
    }

    private Common common(YamlEntry root) {
        var base = root.find("facts")
                .map(entry -> facts.read(FactSet.of(List.of()), entry))
                .orElse(FactSet.of(List.of()));
        var day = root.get("as_of").date();
        return new Common(base, day == null ? LocalDate.EPOCH : day);
    }

    private List<Example> examples(YamlEntry root) {
        root.allowOnly("as_of", "facts", "examples");
        var common = common(root);
        var items = root.get("examples").items();
        if (items.size() > EXAMPLES_MAX) {
            root.problem(
                    ProblemCode.LIMIT_EXCEEDED, "more than " + EXAMPLES_MAX + " examples", "keep the telling ones");
            return List.of();
        }
        return items.stream().map(item -> example(item, common)).toList();
    }

    private Example example(YamlEntry entry, Common common) {
        entry.allowOnly("name", "as_of", "facts", "expect");
        var expect = entry.get("expect");
        expect.allowOnly("outcome", "conditions", "amount");
        var conditions = new LinkedHashMap<String, String>();
        expect.find("conditions")
                .ifPresent(list -> list.keys()
                        .forEach(key -> conditions.put(key, list.get(key).text())));
        var ownDay = entry.find("as_of").map(YamlEntry::date).orElse(null);
        return new Example(
                entry.get("name").text(),
                ownDay == null ? common.day() : ownDay,
                entry.find("facts")
                        .map(changed -> facts.read(common.facts(), changed))
                        .orElse(common.facts()),
                expect.get("outcome").text(),
                conditions,
                expect.find("amount").map(YamlEntry::text));
    }
}
