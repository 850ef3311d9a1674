// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.appeal.AppealId;
import io.atrium.kernel.RequestKey;

/// Says that a note helped with an appeal (采用办理经验).
public record UseNote(RequestKey key, NoteId note, AppealId appeal) {}
