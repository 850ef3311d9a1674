// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.identity.OrganisationNames;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.web.component.Field;
import io.atrium.web.text.Text;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which firm a need is noted for (为哪家企业): by whole name, code or id, as whoever notes it has it at hand.
@Component
class FirmField {

    static final String NAME = "firm";

    private final Companies companies;
    private final Organisations organisations;
    private final OrganisationNames names;

    FirmField(Companies companies, Organisations organisations, OrganisationNames names) {
        this.companies = companies;
        this.organisations = organisations;
        this.names = names;
    }

    /// Shows the name, so that whoever notes it sees whom it is for.
    Field field(Text t, String firm) {
        var name = firm.startsWith("org_") ? names.of(t, new OrgId(firm)) : firm;
        return Field.text(NAME, "appeal.firm").hint("appeal.field.firm.hint").value(name.isEmpty() ? null : name);
    }

    /// The one firm that is meant.
    Optional<OrgId> read(Actor actor, String typed) {
        var named = typed.strip();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var scope = actor.scope(Permission.READ_COMPANY);
        if (named.startsWith("org_")) {
            return organisations
                    .find(new OrgId(named))
                    .filter(found -> found.kind() == OrgKind.FIRM && scope.sees(found.id()))
                    .map(OrganisationView::id);
        }
        var found = companies.list(scope, new CompanyFilter(named, null, null), 1, 2);
        return found.size() == 1
                ? Optional.of(found.getFirst().id())
                : found.stream()
                        .filter(each -> named.equals(each.nameZh()) || named.equals(each.nameEn()))
                        .map(CompanyView::id)
                        .findFirst();
    }
}
