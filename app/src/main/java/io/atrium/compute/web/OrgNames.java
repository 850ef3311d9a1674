// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Names of organisations in the reader's language.
@Component
class OrgNames {

    private final Organisations organisations;

    OrgNames(Organisations organisations) {
        this.organisations = organisations;
    }

    String of(Text t, OrgId id) {
        return organisations.find(id).map(found -> name(t, found)).orElse(id.value());
    }

    /// The names of many, for a list.
    Map<OrgId, String> of(Text t, Collection<OrgId> ids) {
        return organisations.findAll(Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(OrganisationView::id, found -> name(t, found)));
    }

    private static String name(Text t, OrganisationView organisation) {
        return t.lang() == Lang.ZH ? organisation.nameZh() : organisation.nameEn();
    }
}
