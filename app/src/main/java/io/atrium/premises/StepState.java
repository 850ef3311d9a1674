// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where a step of a move stands (步骤状态). A step that waits opens when the last of those before it is done.
public enum StepState {
    /// For others (等待前序).
    WAITING,
    OPEN,
    /// To the firm, which has to bring something; its days stand still (退回补正).
    RETURNED,
    DONE,
    REFUSED,
    /// The move ended before its turn came (不再办理).
    DROPPED;

    private static final Map<StepState, Map<StepAct, StepState>> NEXT = new EnumMap<>(StepState.class);

    static {
        NEXT.put(WAITING, Map.of());
        NEXT.put(OPEN, Map.of(StepAct.FINISH, DONE, StepAct.RETURN, RETURNED, StepAct.REFUSE, REFUSED));
        NEXT.put(RETURNED, Map.of(StepAct.ANSWER, OPEN, StepAct.FINISH, DONE, StepAct.REFUSE, REFUSED));
        NEXT.put(DONE, Map.of());
        NEXT.put(REFUSED, Map.of());
        NEXT.put(DROPPED, Map.of());
    }

    /// The state after an act; empty where the act is not possible.
    public Optional<StepState> after(StepAct act) {
        return Optional.ofNullable(Objects.requireNonNull(NEXT.get(this)).get(act));
    }

    public boolean isOver() {
        return this == DONE || this == REFUSED || this == DROPPED;
    }
}
