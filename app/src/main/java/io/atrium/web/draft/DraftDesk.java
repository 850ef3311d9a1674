// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.kernel.access.Actor;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/// Forms that were begun, on their person's home page.
@Component
class DraftDesk implements DeskSource {

    private final Drafts drafts;

    DraftDesk(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        return drafts.list(actor).stream()
                .map(draft -> new DeskItem(
                        t.of("web.draft.desk", t.of(draft.titleKey()), draft.savedAt()),
                        t.of("web.draft.resume"),
                        draft.href(),
                        null))
                .toList();
    }
}
