// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.ledger.LedgerNames;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Names of everything that a page of the ledger mentions: organisations, and what the modules tell.
@Component
class KnownNames {

    private final Organisations organisations;
    private final List<LedgerNames> modules;

    KnownNames(Organisations organisations, List<LedgerNames> modules) {
        this.organisations = organisations;
        this.modules = modules;
    }

    Map<String, LedgerNames.Named> of(Actor actor, Text t, Collection<String> ids) {
        var wanted = Set.copyOf(ids);
        var names = new HashMap<String, LedgerNames.Named>();
        var asked = wanted.stream()
                .filter(id -> id.startsWith(OrgId.PREFIX + "_"))
                .map(OrgId::new)
                .toList();
        organisations
                .findAll(asked)
                .forEach(found -> names.put(found.id().value(), new LedgerNames.Named(name(t, found), null)));
        modules.forEach(module -> names.putAll(module.of(actor, t, wanted)));
        return names;
    }

    private static String name(Text t, OrganisationView organisation) {
        return t.lang() == Lang.ZH ? organisation.nameZh() : organisation.nameEn();
    }
}
