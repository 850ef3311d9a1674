// SPDX-License-Identifier: Apache-2.0

/// What many needs together say (未诉先办): a common cause in a building, a surge, a firm that asks again and again. The
/// watch counts and explains; a unit looks for the cause. It decides nothing about a single need.
///
/// Start at [io.atrium.appeal.pattern.FindingWatch], which looks once a day, and
/// [io.atrium.appeal.pattern.Findings], where units take findings on and close them.
/// [io.atrium.appeal.pattern.Rounds] gathers each month what did not end well,
/// [io.atrium.appeal.pattern.PracticeNotes] what proved itself.
@NamedInterface("pattern")
@NullMarked
package io.atrium.appeal.pattern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
