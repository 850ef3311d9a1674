// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.Scenarios;
import io.atrium.policy.domain.DraftState;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Policy drafts on the home page: those that wait for this officer's review, and those sent back to them; and the
/// scenarios of simulations.
@Component
class PolicyDraftDesk implements DeskSource {

    private static final int LISTED_MAX = 100;

    private final PolicyDrafts drafts;
    private final Scenarios scenarios;

    PolicyDraftDesk(PolicyDrafts drafts, Scenarios scenarios) {
        this.drafts = drafts;
        this.scenarios = scenarios;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!actor.may(Permission.WRITE_POLICY)) {
            return List.of();
        }
        return drafts.list(actor, null, LISTED_MAX).stream()
                .filter(draft -> waitsFor(draft, actor))
                .map(draft -> item(draft, t))
                .toList();
    }

    private static boolean waitsFor(PolicyDraft draft, Actor actor) {
        return switch (draft.state()) {
            case IN_REVIEW -> !draft.isWrittenBy(actor.person());
            case DRAFT -> draft.review() != null && draft.isWrittenBy(actor.person());
            case APPROVED, PUBLISHED, DISCARDED -> false;
        };
    }

    private static DeskItem item(PolicyDraft draft, Text t) {
        var isReview = draft.state() == DraftState.IN_REVIEW;
        var key = isReview ? "policy.desk.draft.review" : "policy.desk.draft.returned";
        var path = PolicyDraftForms.path(draft);
        return new DeskItem(
                t.of(key, draft.policy().value(), draft.version()),
                t.of(key + ".action"),
                isReview ? path + "/differences" : path,
                null);
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!actor.may(Permission.WRITE_POLICY)) {
            return List.of();
        }
        var figure = new Figure(t.number(scenarios.count(actor)), t.of("policy.desk.scenarios.unit"));
        return List.of(Tile.of(t.of("policy.desk.scenarios"), figure, ScenarioPages.LIST)
                .note(t.of("policy.desk.scenarios.note")));
    }
}
