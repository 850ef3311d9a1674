// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.dmn.DmnOutline;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.PolicyFile;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Checks that `policy.yaml` and `model.dmn` speak of the same things.
public final class References {

    private final DmnOutline outline;
    private final Problems problems;

    private References(DmnOutline outline, Problems problems) {
        this.outline = outline;
        this.problems = problems;
    }

    public static void check(PolicyFile file, DmnOutline outline, Problems problems) {
        var references = new References(outline, problems);
        file.conditions().leaves().forEach(references::checkLeaf);
        file.amount().steps().forEach(references::checkStep);
        references.checkDecision(CompiledPolicy.ELIGIBLE, FactType.BOOLEAN, "the model");
        references.checkInputsUsed(file);
    }

    private void checkLeaf(Condition.Leaf leaf) {
        if (leaf.decision() != null) {
            checkDecision(leaf.decision(), FactType.BOOLEAN, "condition '" + leaf.id() + "'");
        }
        if (leaf.appliesWhen() != null) {
            checkDecision(leaf.appliesWhen(), FactType.BOOLEAN, "applies_when of '" + leaf.id() + "'");
        }
    }

    private void checkStep(AmountRule.Step step) {
        checkDecision(step.decision(), FactType.NUMBER, "amount step " + step.role());
    }

    private void checkDecision(String name, FactType type, String who) {
        var decision = outline.decisions().get(name);
        if (decision == null) {
            var what = who + " needs a decision '" + name + "', which the model has not";
            problems.add(ProblemCode.REFERENCE_UNKNOWN, PolicyFile.NAME, name, what, "add it to " + DmnModel.FILE);
        } else if (!decision.type().equals(type.feelName())) {
            var what =
                    "decision '" + name + "' yields '" + decision.type() + "' where " + type.feelName() + " is needed";
            problems.add(
                    ProblemCode.VALUE_WRONG, DmnModel.FILE, "decision " + name, what, "set typeRef of its variable");
        }
    }

    private void checkInputsUsed(PolicyFile file) {
        var unused = new TreeSet<>(outline.facts().keySet());
        file.conditions().leaves().forEach(leaf -> {
            drop(unused, leaf.decision());
            drop(unused, leaf.appliesWhen());
        });
        file.amount().steps().forEach(step -> drop(unused, step.decision()));
        for (var input : unused) {
            var what = "no condition and no amount uses the input '" + input + "'";
            problems.add(ProblemCode.REFERENCE_UNKNOWN, DmnModel.FILE, "input " + input, what, "use it or remove it");
        }
    }

    private void drop(TreeSet<String> unused, @Nullable String decision) {
        if (decision != null) {
            unused.removeAll(outline.factsBehind(decision));
        }
    }
}
