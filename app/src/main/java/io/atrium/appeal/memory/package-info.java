// SPDX-License-Identifier: Apache-2.0

/// What the house remembers of earlier cases (案例记忆): which resemble a text, which category it may be, which public page
/// may answer it. An index in the data folder that follows the database; losing it costs time, not cases. Start at
/// [io.atrium.appeal.memory.CaseMemory].
@NullMarked
package io.atrium.appeal.memory;

import org.jspecify.annotations.NullMarked;
