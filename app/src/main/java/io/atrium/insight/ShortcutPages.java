// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/shortcuts`: which pages stand on one's home.
@Controller
class ShortcutPages {

    private final PinnedPages pinned;
    private final RequestKeys keys;

    ShortcutPages(PinnedPages pinned, RequestKeys keys) {
        this.pinned = pinned;
        this.keys = keys;
    }

    @GetMapping("/shortcuts")
    PageView ask(Actor actor, Text t) {
        var now = pinned.of(actor).stream().map(NavItem::href).collect(Collectors.toSet());
        return asking(form(actor, now, t).keyed(keys.fresh()));
    }

    @PostMapping("/shortcuts")
    ModelAndView keep(
            Actor actor,
            @RequestParam(Form.KEY_FIELD) RequestKey key,
            @RequestParam(defaultValue = "") List<String> pages,
            Text t) {
        if (pages.size() > PinnedPages.PINNED_MAX) {
            var wrong = FieldError.of("pages", "insight.shortcuts.too-many", PinnedPages.PINNED_MAX);
            return asking(form(actor, new HashSet<>(pages), t).keyed(key).wrong(List.of(wrong)))
                    .refused();
        }
        pinned.pin(actor, pages);
        return SeeOther.to("/").saying(Flash.done("insight.shortcuts.kept"));
    }

    private static PageView asking(Form form) {
        return PageView.of("insight/shortcuts", "insight.shortcuts.title", form)
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private Form form(Actor actor, Set<String> chosen, Text t) {
        var options = pinned.choices(actor).stream()
                .map(item -> Option.literal(item.href(), t.of(item.titleKey())))
                .toList();
        return Form.to(
                "/shortcuts",
                "insight.shortcuts.keep",
                Field.of(FieldKind.CHECKBOXES, "pages", "insight.shortcuts.pages")
                        .options(options)
                        .values(chosen)
                        .hint("insight.shortcuts.hint")
                        .optional());
    }
}
