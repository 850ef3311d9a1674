// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A node (应用节点): one process of this application on the shared database.
///
/// @param address where it serves; empty while it starts
/// @param process number of its process on its machine
/// @param silent how long ago it gave a sign of life, by the clock of the database
/// @param workedAt when its last round of work ended without a failure
/// @param leadsSince since when it leads; null for all but one
public record AppNodeView(
        String id,
        String name,
        String address,
        long process,
        State state,
        Place place,
        Instant startedAt,
        Instant seenAt,
        Duration silent,
        @Nullable Instant workedAt,
        @Nullable Instant leadsSince) {

    /// How it is: alive, without a sign of life for too long, or ended by itself.
    public enum State {
        LIVE,
        SILENT,
        LEFT
    }

    /// Where its runs are, and as which users.
    ///
    /// @param machine the kernel's id of the boot
    /// @param slot no other node of the machine has it
    public record Place(String machine, Path folder, int slot) {}
}
