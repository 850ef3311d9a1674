// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.Ledger;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The ledger on the home page of those who read all of it: whether its latest recount holds, and usage that it
/// refused.
@Component
class LedgerDesk implements DeskSource {

    private static final String PATH = "/ledger";

    private final Ledger ledger;
    private final LatestProof proofs;

    LedgerDesk(Ledger ledger, LatestProof proofs) {
        this.ledger = ledger;
        this.proofs = proofs;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!readsAll(actor)) {
            return List.of();
        }
        var items = new ArrayList<DeskItem>();
        if (!proofs.get().trial().isBalanced()) {
            items.add(new DeskItem(t.of("ledger.desk.broken"), t.of("ledger.desk.look"), PATH, null));
        }
        long refused = ledger.refusedUsage();
        if (refused > 0) {
            items.add(new DeskItem(t.of("ledger.desk.refused", refused), t.of("ledger.desk.look"), PATH, null));
        }
        return items;
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!readsAll(actor) || actor.kind() != OrgKind.AUDIT) {
            return List.of();
        }
        var proof = proofs.get();
        var difference = new Fen(proof.trial().difference(Asset.CNY_FEN).longValueExact());
        var accounts = ledger.countAccounts(actor.scope(Permission.READ_LEDGER), "");
        return List.of(
                Tile.of(t.of("ledger.desk.difference"), t.moneyRounded(difference), PATH)
                        .note(t.of(
                                proof.trial().isBalanced() ? "ledger.desk.sound" : "ledger.desk.unsound",
                                proof.trial().transfers(),
                                t.dateTimeShort(proof.at()))),
                Tile.of(t.of("ledger.desk.accounts"), new Figure(t.number(accounts), t.of("ledger.desk.unit")), PATH)
                        .note(t.of("ledger.desk.refused-count", ledger.refusedUsage())));
    }

    private static boolean readsAll(Actor actor) {
        return actor.scope(Permission.READ_LEDGER) instanceof Scope.All;
    }
}
