// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.policy.Policies;
import io.atrium.voucher.PolicyTitles;
import io.atrium.web.text.Text;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells vouchers how their policies are called.
@Component
class CatalogueTitles implements PolicyTitles {

    private final Policies policies;
    private final FactCatalogue catalogue;

    CatalogueTitles(Policies policies, FactCatalogue catalogue) {
        this.policies = policies;
        this.catalogue = catalogue;
    }

    @Override
    public Map<String, String> all(Text t) {
        var words = new PolicyWords(t, catalogue);
        return policies.list().stream()
                .collect(Collectors.toMap(
                        policy -> policy.id().value(),
                        policy -> words.of(policy.header().title())));
    }
}
