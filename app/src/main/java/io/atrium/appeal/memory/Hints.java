// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.memory;

import io.atrium.web.answer.ReadyAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may help before a need is sent (受理提示). Suggestions only: a person decides.
///
/// @param category code of the category it is most likely; null when nothing speaks for one
/// @param isSure whether that category stands out
/// @param because phrases or words that speak for it
/// @param answers public pages that may answer it, best first
/// @param cases earlier cases that the reader may see, best first
public record Hints(
        @Nullable String category,
        boolean isSure,
        List<String> because,
        List<ReadyAnswer> answers,
        List<Similar> cases) {

    public static final Hints NONE = new Hints(null, false, List.of(), List.of(), List.of());

    /// @param id of an appeal
    /// @param shared words that both have
    public record Similar(String id, List<String> shared) {}
}
