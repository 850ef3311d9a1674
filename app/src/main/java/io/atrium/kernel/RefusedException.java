// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

/// Carries a refusal out of a transaction that must be rolled back, or out of a request that never reached a door.
/// Doors whose refusal needs no rollback return it in their outcome instead.
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code().name() + " " + refusal.facts(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedException(RefusalCode code) {
        this(Refusal.of(code));
    }

    public Refusal refusal() {
        return refusal;
    }
}
