// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.notice.NoticeKind;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What `/inbox/choices` shows.
///
/// @param mandatory kinds that cannot be switched off, each with its reason
public record ChoicesPage(Form form, List<Fact> mandatory) {

    static ChoicesPage of(List<NoticeKind> kinds, Set<String> muted, Text t) {
        var free = kinds.stream().filter(kind -> !kind.isMandatory()).toList();
        var wanted = free.stream()
                .map(NoticeKind::name)
                .filter(name -> !muted.contains(name))
                .collect(Collectors.toUnmodifiableSet());
        var field = Field.of(FieldKind.CHECKBOXES, "kinds", "notice.choices.kinds")
                .options(free.stream()
                        .map(kind -> Option.key(kind.name(), kind.titleKey()))
                        .toList())
                .values(wanted)
                .hint("notice.choices.hint")
                .optional();
        var mandatory = kinds.stream()
                .filter(NoticeKind::isMandatory)
                .map(kind -> Fact.of(t.of(kind.titleKey()), t.of(String.valueOf(kind.mandatoryKey()))));
        return new ChoicesPage(Form.to("/inbox/choices", "notice.choices.save", field), mandatory.toList());
    }
}
