// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.domain;

import io.atrium.service.ItemId;
import io.atrium.service.PackVersion;
import io.atrium.service.PackVersion.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one promise became from one version to the next (版本差异).
///
/// @param before null for a new promise
/// @param after null for a dropped one
public record PackChange(@Nullable Line before, @Nullable Line after) {

    /// In the order of the later version, what was dropped at the end; what stayed the same is left out.
    public static List<PackChange> between(PackVersion earlier, PackVersion later) {
        Map<ItemId, Line> before = new HashMap<>();
        earlier.lines().forEach(line -> before.put(line.item(), line));
        var changes = new ArrayList<PackChange>();
        for (var line : later.lines()) {
            var old = before.remove(line.item());
            if (!line.equals(old)) {
                changes.add(new PackChange(old, line));
            }
        }
        earlier.lines().stream()
                .filter(line -> before.containsKey(line.item()))
                .map(line -> new PackChange(line, null))
                .forEach(changes::add);
        return changes;
    }
}
