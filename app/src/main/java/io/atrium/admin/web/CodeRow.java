// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.kernel.codes.CodeEntry;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of a code table as it is shown and exported.
///
/// @param editHref where the draft changes it; null where it does not
public record CodeRow(
        CodeEntry entry, int uses, Tag state, @Nullable String editHref) {

    static CodeRow of(CodeEntry entry, int uses, LocalDate today, @Nullable String editHref) {
        var state = entry.hasEnded(today)
                ? Tag.of(Tone.PLAIN, "admin.codes.state.ended")
                : entry.lastDay() == null
                        ? Tag.of(Tone.GOOD, "admin.codes.state.open")
                        : Tag.of(Tone.WAIT, "admin.codes.state.ending");
        return new CodeRow(entry, uses, state, editHref);
    }
}
