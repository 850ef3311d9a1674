// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.kernel.access.Actor;
import io.atrium.notice.NoticeChoices;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/inbox/choices`: which messages I get.
@Controller
class ChoicesPages {

    private final NoticeChoices choices;

    ChoicesPages(NoticeChoices choices) {
        this.choices = choices;
    }

    @GetMapping("/inbox/choices")
    PageView choices(Actor actor, Text t) {
        return PageView.of(
                        "notice/choices",
                        "notice.choices.title",
                        ChoicesPage.of(choices.kinds(actor), choices.muted(actor), t))
                .under(Crumb.of("notice.inbox.title", "/inbox"));
    }

    @PostMapping("/inbox/choices")
    SeeOther choose(Actor actor, @RequestParam(required = false) @Nullable Set<String> kinds) {
        choices.want(actor, kinds == null ? Set.of() : kinds);
        return SeeOther.to("/inbox/choices").saying(Flash.done("notice.flash.chosen"));
    }
}
