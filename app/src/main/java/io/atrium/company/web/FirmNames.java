// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.ConsentView;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Names of the firms that consented, in the reader's language.
@Component
class FirmNames {

    private final Organisations organisations;

    FirmNames(Organisations organisations) {
        this.organisations = organisations;
    }

    Map<OrgId, String> of(Collection<ConsentView> consents, Text t) {
        var ids = consents.stream().map(ConsentView::firm).collect(Collectors.toSet());
        return organisations.findAll(ids).stream()
                .collect(Collectors.toMap(OrganisationView::id, firm -> name(firm, t)));
    }

    private static String name(OrganisationView firm, Text t) {
        return t.lang() == Lang.ZH ? firm.nameZh() : firm.nameEn();
    }
}
