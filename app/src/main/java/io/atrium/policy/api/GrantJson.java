// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantStepView;
import io.atrium.policy.GrantView;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.api.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A grant as the API shows it.
///
/// @param dueAt when the present state ends by itself
record GrantJson(
        String id,
        String list,
        String firm,
        String firmName,
        String policy,
        String decision,
        MoneyJson amount,
        GrantState state,
        @Nullable Instant dueAt,
        @Nullable String voucher,
        @Nullable List<StepJson> steps) {

    record StepJson(
            Instant at,
            GrantEvent event,
            GrantState state,
            String by,
            @Nullable String note) {}

    record ListJson(
            String id,
            String policy,
            String version,
            int budgetYear,
            MoneyJson budgetLeft,
            Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant publicityEndsAt,
            @Nullable List<GrantJson> grants) {

        static ListJson of(GrantListView list, @Nullable List<GrantView> grants) {
            return new ListJson(
                    list.id().value(),
                    list.policy().value(),
                    list.version(),
                    list.budgetYear(),
                    MoneyJson.of(list.budgetLeft()),
                    list.createdAt(),
                    list.confirmedAt(),
                    list.publicityEndsAt(),
                    grants == null
                            ? null
                            : grants.stream()
                                    .map(grant -> GrantJson.of(grant, null))
                                    .toList());
        }
    }

    static GrantJson of(GrantView grant, @Nullable List<GrantStepView> steps) {
        return new GrantJson(
                grant.id().value(),
                grant.list().value(),
                grant.firm().value(),
                grant.firmName(),
                grant.policy().value(),
                grant.decision().value(),
                MoneyJson.of(grant.amount()),
                grant.state(),
                grant.dueAt(),
                grant.voucher(),
                steps == null ? null : steps.stream().map(GrantJson::step).toList());
    }

    private static StepJson step(GrantStepView step) {
        return new StepJson(step.at(), step.event(), step.state(), step.by(), step.note());
    }
}
