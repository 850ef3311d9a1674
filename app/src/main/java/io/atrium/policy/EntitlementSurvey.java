// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.access.Scope;
import io.atrium.policy.store.SurveyStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the policies come to across firms (全社区判定一览): who would be granted, who is one condition away.
@Component
public class EntitlementSurvey {

    private final SurveyStore store;
    private final Policies policies;

    EntitlementSurvey(SurveyStore store, Policies policies) {
        this.store = store;
        this.policies = policies;
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, SurveyFilter filter) {
        return store.count(scope, filter);
    }

    /// How many answers of a policy, or of all, have which outcome; near misses under [SurveyFilter#NEAR].
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(Scope scope, @Nullable PolicyId policy) {
        return store.counts(scope, policy);
    }

    /// @param sort `firm` or `amount`, with `-` before it the other way round; else largest amount first
    @Transactional(readOnly = true)
    public List<SurveyRow> page(Scope scope, SurveyFilter filter, String sort, GrantLists.Part part) {
        return store.page(scope, filter, sort, part).stream().map(this::row).toList();
    }

    /// In the order of their ids, from the first after one.
    @Transactional(readOnly = true)
    public List<SurveyRow> after(Scope scope, SurveyFilter filter, @Nullable String id, int limit) {
        return store.after(scope, filter, id, limit).stream().map(this::row).toList();
    }

    private SurveyRow row(SurveyStore.Found found) {
        var stored = found.stored();
        var policy = policies.find(stored.policy(), stored.decision().version()).orElseThrow();
        return new SurveyRow(new Entitlement(stored, policy), found.firmName(), found.firmNameEn());
    }
}
