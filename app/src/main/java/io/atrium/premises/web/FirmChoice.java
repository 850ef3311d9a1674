// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.web.component.Field;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which firm is meant on a form of somebody else (为哪家企业): by whole name, code or id.
@Component
class FirmChoice {

    static final String NAME = "firm";

    private final Companies companies;
    private final Organisations organisations;

    FirmChoice(Companies companies, Organisations organisations) {
        this.companies = companies;
        this.organisations = organisations;
    }

    static Field field() {
        return Field.text(NAME, "premises.firm").hint("premises.firm.hint");
    }

    Optional<OrgId> read(Actor actor, String typed) {
        var named = typed.strip();
        if (named.startsWith("org_")) {
            return organisations
                    .find(new OrgId(named))
                    .filter(found -> found.kind() == OrgKind.FIRM)
                    .map(OrganisationView::id);
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var found = companies.list(
                actor.scope(Permission.READ_COMPANY), new CompanyFilter(named, null, null), 1, Companies.PAGE_SIZE_MAX);
        return found.stream()
                .filter(each -> found.size() == 1 || named.equals(each.nameZh()) || named.equals(each.nameEn()))
                .map(CompanyView::id)
                .findFirst();
    }
}
