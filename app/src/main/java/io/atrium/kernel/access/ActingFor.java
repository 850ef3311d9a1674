// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

import io.atrium.kernel.PersonId;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;

/// In whose place an actor acts (受托办理): the person who let them, and until when.
///
/// @param delegation id of the delegation that says so
public record ActingFor(String delegation, PersonId person, String name, Instant until) {

    /// The last day on which the actor may act.
    public LocalDate lastDay() {
        return LocalDate.ofInstant(until.minusNanos(1), BusinessClock.ZONE);
    }
}
