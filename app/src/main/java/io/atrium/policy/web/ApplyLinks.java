// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.Entitlement;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.EntitlementGroup;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where a firm applies for what it is entitled to: offered where an application can succeed, or only facts are
/// missing.
@Component
class ApplyLinks {

    private final Applications applications;

    ApplyLinks(Applications applications) {
        this.applications = applications;
    }

    /// @return the way to apply for each answer; null where there is none
    Function<Entitlement, EntitlementsPage.@Nullable Apply> of(Actor actor, OrgId firm) {
        if (!actor.scope(Permission.APPLY_FOR_BENEFIT).sees(firm)) {
            return _ -> null;
        }
        var open = applications.ofFirm(actor, firm).stream()
                .filter(application -> application.state().isOpen())
                .collect(Collectors.toMap(ApplicationView::policy, Function.identity()));
        var taken = applications.taken();
        return found -> link(found, open, taken);
    }

    private EntitlementsPage.@Nullable Apply link(
            Entitlement found, Map<PolicyId, ApplicationView> open, Predicate<PublishedPolicy> taken) {
        var application = open.get(found.policy().id());
        if (application != null) {
            return new EntitlementsPage.Apply(
                    "/applications/" + application.id(), ApplicationWords.tag(application.state()));
        }
        var isOffered = found.group() == EntitlementGroup.APPLY || found.group() == EntitlementGroup.UNKNOWN;
        return isOffered && taken.test(found.policy())
                ? new EntitlementsPage.Apply(
                        "/applications/new?policy=" + found.policy().id(), null)
                : null;
    }
}
