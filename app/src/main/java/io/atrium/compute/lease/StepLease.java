// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.RequestKey;

/// One of the plain steps of a lease.
///
/// @param words a reason, or at the hand-over how to get in; empty where none is needed
public record StepLease(RequestKey key, LeaseId lease, Step step, String words) {

    public static final int WORDS_LENGTH_MAX = 500;

    public enum Step {
        /// The provider does not sign.
        DECLINE,
        /// The firm takes its request back.
        WITHDRAW,
        /// The firm gives a signed lease up before it is handed over.
        CANCEL,
        /// The provider hands the nodes over; from this day on they are charged.
        HAND_OVER,
        /// The firm says that it got them.
        RECEIVE,
        /// The firm moves the last day forward.
        SHORTEN,
        /// The provider ends it today.
        TAKE_BACK;

        boolean isOfProvider() {
            return this == DECLINE || this == HAND_OVER || this == TAKE_BACK;
        }

        boolean needsWords() {
            return this == DECLINE || this == HAND_OVER || this == TAKE_BACK;
        }
    }
}
