// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Waiting jobs by how many GPUs they want, each size in the order of turns: if the first of a size finds no place,
/// nobody of that size does, so a pass looks at one job per size and not at all of them.
final class WaitingLine {
    private final TreeMap<Integer, TreeSet<Work>> bySize = new TreeMap<>();

    void add(Work work) {
        bySize.computeIfAbsent(work.job.gpus(), _ -> new TreeSet<>(Work.BY_TURN))
                .add(work);
    }

    void remove(Work work) {
        var line = Objects.requireNonNull(bySize.get(work.job.gpus()));
        line.remove(work);
        if (line.isEmpty()) {
            bySize.remove(work.job.gpus());
        }
    }

    /// Everybody, a copy.
    List<Work> all() {
        return bySize.values().stream().flatMap(TreeSet::stream).toList();
    }

    /// Whose turn is first, of the sizes that are not blocked.
    @Nullable
    Work first(Set<Integer> blocked) {
        Work best = null;
        for (var size : bySize.entrySet()) {
            var head = size.getValue().first();
            if (!blocked.contains(size.getKey()) && (best == null || Work.BY_TURN.compare(head, best) < 0)) {
                best = head;
            }
        }
        return best;
    }

    boolean isEmpty() {
        return bySize.isEmpty();
    }
}
