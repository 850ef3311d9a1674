// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the condition tree: `all_of`, `any_of`, `leaf` (decided by DMN) and `review_only` (decided by a person).
final class ConditionReader {

    static final int DEPTH_MAX = 6;
    static final int LEAVES_MAX = 60;
    private static final LocalText ALL_LABEL = new LocalText("以下全部满足", "All of these hold");
    private static final LocalText ANY_LABEL = new LocalText("以下任一满足", "At least one of these holds");

    private final Set<String> ids = new HashSet<>();
    private int groups;

    Condition read(YamlEntry entry) {
        return read(entry, 1);
    }

    private Condition read(YamlEntry entry, int depth) {
        if (depth > DEPTH_MAX) {
            entry.problem(ProblemCode.LIMIT_EXCEEDED, "conditions deeper than " + DEPTH_MAX, "flatten the tree");
            return emptyGroup();
        }
        if (entry.find("all_of").isPresent()) {
            return group(entry, Condition.Kind.ALL_OF, depth);
        }
        if (entry.find("any_of").isPresent()) {
            return group(entry, Condition.Kind.ANY_OF, depth);
        }
        return leaf(entry);
    }

    private Condition group(YamlEntry entry, Condition.Kind kind, int depth) {
        var key = kind == Condition.Kind.ALL_OF ? "all_of" : "any_of";
        entry.allowOnly(key, "label");
        var id = "group-" + ++groups;
        var fallback = kind == Condition.Kind.ALL_OF ? ALL_LABEL : ANY_LABEL;
        var label = entry.find("label").map(YamlEntry::localText).orElse(fallback);
        var children = new ArrayList<Condition>();
        for (var item : entry.get(key).items()) {
            children.add(read(item, depth + 1));
        }
        if (children.isEmpty()) {
            entry.problem(ProblemCode.VALUE_WRONG, "a group without conditions", "add a condition or drop the group");
        }
        return new Condition.Group(id, kind, label, List.copyOf(children));
    }

    private Condition leaf(YamlEntry entry) {
        entry.allowOnly("leaf", "review_only", "label", "clause", "review", "assumed", "applies_when");
        var judgedByPerson = entry.find("review_only");
        var id = judgedByPerson.orElseGet(() -> entry.get("leaf")).text();
        noteId(entry, id);
        return new Condition.Leaf(
                id,
                judgedByPerson.isPresent() ? null : id,
                entry.get("label").localText(),
                entry.get("clause").text(),
                judgedByPerson.isPresent()
                        || entry.find("review").map(YamlEntry::flag).orElse(false),
                entry.find("assumed").map(YamlEntry::flag).orElse(false),
                entry.find("applies_when").map(YamlEntry::text).orElse(null));
    }

    private void noteId(YamlEntry entry, String id) {
        if (!ids.add(id)) {
            entry.problem(ProblemCode.VALUE_WRONG, "condition '" + id + "' stands twice", "give each its own id");
        }
        if (ids.size() > LEAVES_MAX) {
            entry.problem(ProblemCode.LIMIT_EXCEEDED, "more than " + LEAVES_MAX + " conditions", "split the policy");
        }
    }

    private static Condition emptyGroup() {
        return new Condition.Group("group-0", Condition.Kind.ALL_OF, ALL_LABEL, List.of());
    }
}
