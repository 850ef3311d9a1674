// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.FactDefinition;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;

/// Who may see a fact, in words (谁可以看): the bodies by law or role, and those that the firm consented to.
///
/// @param consented names of bodies by group of facts
record Audience(Text t, Map<String, List<String>> consented) {

    String of(FactDefinition fact) {
        var byRole = t.of("company.visibility", fact.visibility());
        var byConsent = consented.getOrDefault(fact.group(), List.of());
        return byConsent.isEmpty()
                ? byRole
                : t.of("company.visibility.consented", byRole, String.join(t.of("company.comma"), byConsent));
    }
}
