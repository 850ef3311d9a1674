// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.Mark;
import io.atrium.engine.decision.policy.PaymentMode;
import io.atrium.engine.decision.policy.Period;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.engine.decision.policy.SourceDocument;
import io.atrium.engine.decision.policy.Together;
import io.atrium.engine.decision.problem.Problems;
import java.util.List;

/// An invented policy of the city (虚构政策): conditions that must all hold, and an amount.
///
/// @param conditions yes-or-no decisions of the model
/// @param xml DMN 1.5
record CityPolicy(String id, List<String> conditions, String xml) {

    static final String AMOUNT = "amount";
    private static final LocalText TEXT = new LocalText("虚构", "invented");

    CompiledPolicy compiled() {
        var problems = new Problems();
        var model = DmnModel.compile(xml, problems)
                .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
        return new CompiledPolicy(source(), model);
    }

    CityPolicy edited(String before, String after) {
        if (!xml.contains(before)) {
            throw new IllegalArgumentException("the model does not say " + before);
        }
        return new CityPolicy(id, conditions, xml.replace(before, after));
    }

    private PolicyPackage source() {
        var leaves = conditions.stream()
                .<Condition>map(name -> new Condition.Leaf(name, name, TEXT, "1", false, false, null))
                .toList();
        var step = new AmountRule.Step(AMOUNT, AmountRule.Role.AMOUNT, TEXT, AmountRule.Unit.CNY, "1");
        return new PolicyPackage(
                header(),
                List.of(),
                new Condition.Group("all", Condition.Kind.ALL_OF, TEXT, leaves),
                new AmountRule(AmountRule.Kind.EXACT, List.of(step), null),
                List.of(),
                "",
                "");
    }

    private PolicyHeader header() {
        return new PolicyHeader(
                id,
                "1",
                PolicyStatus.DEMO,
                TEXT,
                TEXT,
                BenefitKind.COMPUTE_VOUCHER,
                TEXT,
                new SourceDocument(TEXT, null, Mark.INVENTED),
                new Period(null, null),
                GrantMode.APPLY,
                PaymentMode.NOT_STATED,
                null,
                List.of(),
                List.of(),
                Together.NOTHING,
                null,
                null,
                null,
                null,
                null);
    }
}
