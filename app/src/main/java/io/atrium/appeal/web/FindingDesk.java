// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.Rules;
import io.atrium.appeal.pattern.FindingFilter;
import io.atrium.appeal.pattern.FindingFilter.View;
import io.atrium.appeal.pattern.FindingView;
import io.atrium.appeal.pattern.Findings;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.deadline.Dues;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Findings on the desks of the unit whose turn it is.
@Component
class FindingDesk implements DeskSource {

    private static final int ITEMS_MAX = 10;

    private final Findings findings;
    private final Rules rules;
    private final Dues dues;

    FindingDesk(Findings findings, Rules rules, Dues dues) {
        this.findings = findings;
        this.rules = rules;
        this.dues = dues;
    }

    @Override
    public int order() {
        return 36;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!Findings.mayRead(actor) || !actor.may(Permission.HANDLE_APPEAL)) {
            return List.of();
        }
        var words = FindingWords.of(t, rules);
        return findings.list(actor, FindingFilter.of(View.MINE), 0, ITEMS_MAX).stream()
                .map((FindingView finding) -> new DeskItem(
                        words.title(finding),
                        t.of("appeal.finding.next." + finding.state()),
                        FindingPages.PATH + "/" + finding.id(),
                        dues.at(finding.dueAt())))
                .toList();
    }
}
