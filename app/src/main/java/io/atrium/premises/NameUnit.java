// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;

/// Says which organisation does what for the firms of a building from now on (指定承办单位); steps that are there already
/// keep theirs.
public record NameUnit(RequestKey key, BuildingId building, Office office, OrgId unit) {}
