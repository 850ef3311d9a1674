// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Names of organisations in the reader's language (组织名称).
@Component
public class OrganisationNames {

    private final Organisations organisations;

    OrganisationNames(Organisations organisations) {
        this.organisations = organisations;
    }

    public String of(Text t, OrgId id) {
        return organisations.find(id).map(found -> of(t, found)).orElse(id.value());
    }

    /// The names of many, for a list.
    public Map<OrgId, String> of(Text t, Collection<OrgId> ids) {
        return organisations.findAll(Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(OrganisationView::id, found -> of(t, found)));
    }

    public static String of(Text t, OrganisationView organisation) {
        return t.lang() == Lang.ZH ? organisation.nameZh() : organisation.nameEn();
    }
}
