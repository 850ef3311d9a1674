// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.PolicyKeepers;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way from a policy to the draft of its next version, for officers of the department that keeps it.
@Component
class PolicyChange {

    private final PolicyKeepers keepers;
    private final PolicyDrafts drafts;
    private final RequestKeys keys;

    PolicyChange(PolicyKeepers keepers, PolicyDrafts drafts, RequestKeys keys) {
        this.keepers = keepers;
        this.drafts = drafts;
        this.keys = keys;
    }

    /// Null for everybody who does not keep the policy.
    PolicyPage.@Nullable Change of(@Nullable Actor actor, PublishedPolicy policy) {
        if (actor == null
                || !actor.may(Permission.WRITE_POLICY)
                || keepers.find(actor, policy.id()).isEmpty()) {
            return null;
        }
        var open = drafts.findOpen(actor, policy.id());
        return open.isPresent()
                ? new PolicyPage.Change(null, PolicyDraftForms.path(open.get()))
                : new PolicyPage.Change(begin(policy), null);
    }

    private Form begin(PublishedPolicy policy) {
        var source = Field.hidden("source", policy.id() + "@" + policy.version());
        return Form.to("/policy-drafts", "policy.show.change", source).keyed(keys.fresh());
    }
}
