// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.text.Text;

/// The headings of a registry delivery (导入模板), in the reader's language: what must be there first, then the rest.
final class RegistryTemplate {

    private final FactCatalogue catalogue;
    private final Text t;

    RegistryTemplate(FactCatalogue catalogue, Text t) {
        this.catalogue = catalogue;
        this.t = t;
    }

    /// @param year the last whole year, for facts that are told by year
    Sheet<String> sheet(int year) {
        var sheet = Sheet.<String>named("company.imports.template");
        for (boolean required : new boolean[] {true, false}) {
            for (var fact : catalogue.definitions()) {
                if (!fact.isDerived() && fact.required() == required) {
                    sheet = sheet.text(heading(fact, year), _ -> null);
                }
            }
        }
        return sheet.text(t.of("company.imports.template.source-date"), _ -> null);
    }

    private String heading(FactDefinition fact, int year) {
        var label = new FactText(t).label(fact.label());
        return fact.isYearly() ? label + "_" + year : label;
    }
}
