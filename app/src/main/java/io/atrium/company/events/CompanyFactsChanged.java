// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.events;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.util.List;

/// Something new is known of these firms; one event per delivery or recording.
///
/// @param cause id of the delivery, or what recorded the facts
/// @param at since when it is known
public record CompanyFactsChanged(List<OrgId> firms, String cause, Instant at) {}
