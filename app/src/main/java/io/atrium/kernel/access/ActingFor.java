// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

import io.atrium.kernel.PersonId;
import java.time.Instant;

/// In whose place an actor acts (受托办理): the person who let them, and until when.
///
/// @param delegation id of the delegation that says so
public record ActingFor(String delegation, PersonId person, String name, Instant until) {}
