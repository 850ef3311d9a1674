// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.PersonId;
import java.time.Instant;

/// Why a grant should be taken back (追回理由).
public record ClawbackView(String clause, String reason, Instant at, PersonId openedBy) {}
