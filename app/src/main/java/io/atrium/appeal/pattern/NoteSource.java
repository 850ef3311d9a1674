// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.appeal.AppealId;

/// What a practice note comes from (经验来源): an answered appeal, or a closed finding.
public sealed interface NoteSource {

    record OfAppeal(AppealId appeal) implements NoteSource {}

    record OfFinding(FindingId finding) implements NoteSource {}
}
