// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.OrgId;
import java.time.Instant;

/// A practice note (办理经验): what proved itself once.
///
/// @param applies when it applies
/// @param action what to do
/// @param uses for how many appeals it was used
public record NoteView(
        NoteId id,
        String title,
        String applies,
        String action,
        String category,
        NoteSource source,
        OrgId unit,
        String by,
        Instant at,
        int uses) {}
