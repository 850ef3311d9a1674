// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.events;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Something new is known of these firms; one event per delivery or recording.
///
/// @param facts keys of what is new, quotients made of it included
/// @param cause id of the delivery, or what recorded the facts
/// @param at since when it is known
public record CompanyFactsChanged(List<OrgId> firms, Set<String> facts, String cause, Instant at) {}
