// SPDX-License-Identifier: Apache-2.0
/// Policies as DMN packages: read, checked, decided and explained. Start at [io.atrium.engine.decision.PolicyPackages].
///
/// A package is a folder with `policy.yaml` (who says it, when, under which conditions), `model.dmn` (what each
/// condition and amount means), `examples.yaml` (what must come out) and `source.md` (where it is from).
/// Each leaf of the condition tree is a boolean DMN decision; the tree itself is combined here, because DMN turns a
/// missing fact into null and often into "no". A condition that rests on a missing fact is unknown, never unmet.
///
/// Not here: whose facts they are, storage, publicity, payment. No clock, no network, no SQL.
@NullMarked
package io.atrium.engine.decision;

import org.jspecify.annotations.NullMarked;
