// SPDX-License-Identifier: Apache-2.0

/// Premises (楼宇与房间): buildings, floors and rooms, which firm sits where since when, and moving in and out as one thing
/// (入驻一件事、退租一件事).
///
/// Start at [io.atrium.premises.Buildings] and [io.atrium.premises.Occupancies] for places, and at
/// [io.atrium.premises.Moves] for moves; how a move runs is data in `policies/premises`. It keeps no leases and no
/// rent:
/// a step tells that the contract was signed, and by whom.
@ApplicationModule(
        displayName = "Premises",
        allowedDependencies = {"kernel", "web", "identity", "notice", "company", "files"})
@NullMarked
package io.atrium.premises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
