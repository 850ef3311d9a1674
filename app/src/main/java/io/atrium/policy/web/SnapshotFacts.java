// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.policy.OpenSnapshot;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which facts a snapshot holds and of how many firms (快照中的事实): a policy whose facts nobody told comes to nothing, and
/// the officer should see why.
@Component
class SnapshotFacts {

    private static final int PERCENT = 100;

    private final FactCatalogue catalogue;

    SnapshotFacts(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Table table(int known) {
        return Table.of(
                "policy.snapshot.facts",
                Empty.nothingYet("policy.snapshot.facts"),
                known,
                Column.text("policy.snapshot.fact"),
                Column.number("policy.snapshot.fact.firms"),
                Column.number("policy.snapshot.fact.percent"));
    }

    /// In the order of the catalogue.
    List<SnapshotsPage.Known> rows(OpenSnapshot snapshot, Text t) {
        var facts = snapshot.content().facts();
        return catalogue.definitions().stream()
                .filter(fact -> facts.columns().containsKey(fact.key()))
                .map(fact -> {
                    long known = Bits.count(facts.columns().get(fact.key()).present());
                    return new SnapshotsPage.Known(
                            t.lang() == Lang.ZH ? fact.label().zh() : fact.label().en(),
                            t.number(known),
                            t.number(known * PERCENT / facts.rows()) + "%");
                })
                .toList();
    }
}
