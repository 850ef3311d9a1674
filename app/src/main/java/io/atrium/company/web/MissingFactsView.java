// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactUses;
import io.atrium.company.MissingFact;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.List;

/// Puts what a file lacks into words.
final class MissingFactsView {

    private final FactCatalogue catalogue;
    private final Text t;
    private final FactText words;
    private final Audience audience;

    MissingFactsView(FactCatalogue catalogue, Text t, Audience audience) {
        this.catalogue = catalogue;
        this.t = t;
        this.audience = audience;
        words = new FactText(t);
    }

    static Table table(int rows) {
        return Table.of(
                "company.file.missing.caption",
                Empty.nothingYet("company.file.missing.none"),
                rows,
                Column.text("company.file.column.fact"),
                Column.text("company.file.column.unlocks"),
                Column.text("company.file.column.visibility"),
                Column.text("company.missing.column.add"));
    }

    /// @param mayAdd whether the firm has a file and the reader keeps it
    List<MissingFactsPage.Row> rows(List<MissingFact> missing, boolean mayAdd) {
        return missing.stream().map(fact -> row(fact, mayAdd)).toList();
    }

    static boolean mayAdd(Actor reader, FileTabs tabs) {
        return tabs.isOwn() && reader.may(Permission.MAINTAIN_COMPANY);
    }

    private MissingFactsPage.Row row(MissingFact missing, boolean mayAdd) {
        var fact = missing.fact();
        return new MissingFactsPage.Row(
                words.label(fact.label()),
                group(fact),
                uses(missing),
                audience.of(fact),
                mayAdd && fact.declarable() ? "/company/facts/" + fact.key() + "/declaration" : null,
                t.of(adder(fact)));
    }

    private static String adder(FactDefinition fact) {
        return fact.isDerived()
                ? "company.missing.adds.derived"
                : fact.declarable() ? "company.missing.adds.firm" : "company.missing.adds.registry";
    }

    private String group(FactDefinition fact) {
        return catalogue.groups().stream()
                .filter(group -> group.key().equals(fact.group()))
                .map(words::label)
                .findFirst()
                .orElse("");
    }

    private List<MissingFactsPage.Use> uses(MissingFact missing) {
        if (!missing.uses().isEmpty()) {
            return missing.uses().stream().map(this::use).toList();
        }
        var unlocks = missing.fact().unlocks();
        return unlocks == null ? List.of() : List.of(new MissingFactsPage.Use(words.label(unlocks), null, null));
    }

    private MissingFactsPage.Use use(FactUses.Use use) {
        var atMost = use.atMost();
        return new MissingFactsPage.Use(
                words.label(use.title()),
                use.href(),
                atMost == null ? t.of("company.missing.amount.untold") : t.of("company.missing.amount", atMost));
    }
}
