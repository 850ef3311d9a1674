// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.policy.Policies;
import io.atrium.web.text.Lang;
import io.atrium.web.text.RecordNames;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Published policies by their titles.
@Component
class PolicyNames implements RecordNames {

    private final Policies policies;

    PolicyNames(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Map<String, String> names(Lang lang) {
        return policies.list().stream()
                .collect(Collectors.toMap(policy -> policy.id().value(), policy -> {
                    var title = policy.header().title();
                    return lang == Lang.ZH ? title.zh() : title.en();
                }));
    }
}
