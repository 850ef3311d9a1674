// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.files.Attachment;
import io.atrium.kernel.RequestKey;
import java.util.List;

/// Does something with a step of a move (办理步骤).
///
/// @param words may be empty only when the step is done
/// @param papers what the firm brings, or what the unit issues (材料)
/// @param rooms that are confirmed, where the step confirms rooms; empty for those that were asked for
public record ActOnStep(
        RequestKey key, StepId step, StepAct act, String words, List<RoomId> rooms, List<Attachment> papers) {

    public static final int WORDS_LENGTH_MAX = 1_000;

    public ActOnStep {
        rooms = List.copyOf(rooms);
        papers = List.copyOf(papers);
    }

    /// Without papers.
    public ActOnStep(RequestKey key, StepId step, StepAct act, String words, List<RoomId> rooms) {
        this(key, step, act, words, rooms, List.of());
    }

    public ActOnStep bringing(List<Attachment> brought) {
        return new ActOnStep(key, step, act, words, rooms, brought);
    }
}
