// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

/// A step of the day did not come out as it must; the message says what was seen.
final class StepFailed extends RuntimeException {

    StepFailed(String message) {
        super(message);
    }
}
