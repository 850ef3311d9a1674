// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.budget.BudgetStanding;
import io.atrium.compute.budget.Budgets;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.component.Tile;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A firm's budgets on its console: the whole firm's as a tile, those that have reached a threshold as warnings.
@Component
class BudgetDesk {

    private static final int SHOWN_MAX = 60;
    private static final int WARNINGS_MAX = 3;

    private final Budgets budgets;

    BudgetDesk(Budgets budgets) {
        this.budgets = budgets;
    }

    /// Empty for a firm without a budget for the whole of it.
    Optional<Tile> tile(Actor actor, Text t) {
        return standings(actor).stream()
                .filter(standing -> !standing.budget().isOfProject())
                .findFirst()
                .map(standing -> Tile.of(
                                t.of("compute.budget.tile"),
                                t.moneyRounded(standing.left()),
                                "/budgets/" + standing.budget().id())
                        .note(t.of("compute.budget.tile.note", standing.budget().limit(), standing.percent())));
    }

    List<ConsoleStrip.Warning> warnings(Actor actor, Text t) {
        return standings(actor).stream()
                .filter(standing -> !standing.reached().isEmpty())
                .limit(WARNINGS_MAX)
                .map(standing -> warning(standing, t))
                .toList();
    }

    private List<BudgetStanding> standings(Actor actor) {
        return actor.scope(Permission.READ_BUDGET) instanceof Scope.Own own
                ? budgets.list(own, budgets.month(), 0, SHOWN_MAX)
                : List.of();
    }

    private static ConsoleStrip.Warning warning(BudgetStanding standing, Text t) {
        var budget = standing.budget();
        var key = "compute.budget.warning."
                + (standing.percent() < 100 ? "reached" : budget.atLimit().name());
        return new ConsoleStrip.Warning(
                t.of(
                        key,
                        BudgetViews.name(t, budget.project()),
                        standing.percent(),
                        standing.spent(),
                        standing.held(),
                        budget.limit()),
                t.of("compute.budget.warning.action"),
                "/budgets/" + budget.id());
    }
}
