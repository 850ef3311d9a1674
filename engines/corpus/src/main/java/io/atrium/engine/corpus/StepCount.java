// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// What one step did in one pass: documents in, out, and changed among those that went out.
public record StepCount(String step, long in, long out, long changed) {
    public StepCount {
        if (out > in || changed > out || changed < 0) {
            throw new IllegalArgumentException("counts of " + step + " do not fit: " + in + " " + out + " " + changed);
        }
    }
}
