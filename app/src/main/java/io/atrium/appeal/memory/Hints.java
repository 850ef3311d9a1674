// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.memory;

import io.atrium.web.answer.ReadyAnswer;
import io.atrium.web.text.Lang;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may help before a need is sent (受理提示). Suggestions only: a person decides.
///
/// @param category code of the category it is most likely; null when nothing speaks for one
/// @param isSure whether that category stands out
/// @param because phrases or words that speak for it, those in the reader's language first
/// @param answers public pages that may answer it, best first
/// @param cases earlier cases that the reader may see, best first
public record Hints(
        @Nullable String category,
        boolean isSure,
        List<String> because,
        List<ReadyAnswer> answers,
        List<Similar> cases) {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    public static final Hints NONE = new Hints(null, false, List.of(), List.of(), List.of());

    /// What speaks for the category in one language.
    public List<String> because(Lang lang) {
        return because.stream().filter(reason -> language(reason) == lang).toList();
    }

    static Lang language(String text) {
        return CHINESE.matcher(text).find() ? Lang.ZH : Lang.EN;
    }

    /// @param id of an appeal
    /// @param shared words that both have
    public record Similar(String id, List<String> shared) {}
}
