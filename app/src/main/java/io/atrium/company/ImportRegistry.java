// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;

/// Take in a delivery of the registry: a CSV file with one row per firm.
public record ImportRegistry(RequestKey key, Actor actor, String fileName, byte[] bytes) {}
