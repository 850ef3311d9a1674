// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
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

    private static String name(Text t, OrganisationView organisation) {
        return t.lang() == Lang.ZH ? organisation.nameZh() : organisation.nameEn();
    }
}
