// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.PersonId;
import java.time.Instant;

/// The first of two officers who confirm a list (初审).
public record FirstConfirmation(Instant at, String by, PersonId person) {}
