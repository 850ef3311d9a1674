// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.web.component.Tab;
import io.atrium.web.text.Text;
import java.util.List;

/// The parts of a company file, each at an address of its own.
///
/// @param base `/company` for one's own file, `/companies/<id>` for another's
record FileTabs(String base, boolean isOwn) {

    static final String OWN = "/company";

    static FileTabs of(Actor reader, OrgId firm) {
        return reader.organisation().equals(firm)
                ? new FileTabs(OWN, true)
                : new FileTabs("/companies/" + firm.value(), false);
    }

    List<Tab> tabs(Text t, String current) {
        return List.of("facts", "missing", "certificates", "consents", "timeline").stream()
                .map(part -> Tab.of(t.of("company.tab." + part), href(part), part.equals(current)))
                .toList();
    }

    String href(String part) {
        return part.equals("facts") ? base : base + "/" + part;
    }
}
