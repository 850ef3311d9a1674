// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.policy.OpenSnapshot;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Optional;
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
        return catalogue.definitions().stream()
                .flatMap(fact -> row(fact, snapshot.content().facts(), t).stream())
                .toList();
    }

    private static Optional<SnapshotsPage.Known> row(FactDefinition fact, Snapshot facts, Text t) {
        return Optional.ofNullable(facts.columns().get(fact.key())).map(column -> {
            long known = Bits.count(column.present());
            return new SnapshotsPage.Known(
                    t.lang() == Lang.ZH ? fact.label().zh() : fact.label().en(),
                    t.number(known),
                    t.number(known * PERCENT / facts.rows()) + "%");
        });
    }
}
