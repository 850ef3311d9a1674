// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import java.time.Instant;

/// Something that happened to a promised service.
public record ItemStep(ItemMove move, String words, String by, OrgId organisation, Instant at) {}
