// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.web.component.Tone;

/// How an operation stands (操作状态). `LOST` is never stored: its node no longer gives a sign of life.
public enum OperationState {
    RUNNING(Tone.INFO),
    DONE(Tone.GOOD),
    CANCELLED(Tone.PLAIN),
    FAILED(Tone.BAD),
    LOST(Tone.BAD);

    private final Tone tone;

    OperationState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    public boolean isOver() {
        return this != RUNNING;
    }
}
