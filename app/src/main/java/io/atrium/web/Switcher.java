// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import io.atrium.web.text.Lang;
import java.util.List;
import java.util.Optional;

/// The organisations between which the viewer can switch (切换组织). The header posts `organisation` to [#ACTION]; the
/// session then acts for that organisation, and forms that were made for another one are no longer accepted.
public record Switcher(List<Choice> choices) {

    public static final String ACTION = "/current-organisation";
    public static final String FIELD = "organisation";

    /// Request attribute under which the frame finds it.
    public static final String REQUEST_ATTRIBUTE = "atrium.switcher";

    /// @param isDelegated somebody there lets the viewer act in their place
    public record Choice(String organisation, String nameZh, String nameEn, boolean isCurrent, boolean isDelegated) {

        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }
    }

    public Optional<String> currentName(Lang lang) {
        return choices.stream()
                .filter(Choice::isCurrent)
                .map(choice -> choice.name(lang))
                .findFirst();
    }

    public boolean isNeeded() {
        return choices.size() > 1;
    }

    public List<Choice> others() {
        return choices.stream().filter(choice -> !choice.isCurrent()).toList();
    }
}
