// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.Recount;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.policy.domain.LastUsed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A snapshot with its columns in memory (打开的快照), and what was counted over it last. Recounts are kept here and not
/// elsewhere, because one builds upon another over the very same columns.
public final class OpenSnapshot {

    /// An officer at work makes one recount per move; so many can be looked at again without counting.
    private static final int SWEEPS_MAX = 48;

    /// Recounts of a city are larger: all policies over 3 million firms, and some twenty moves beside them.
    private static final long SWEPT_FIRMS_MAX = 180_000_000;

    /// More districts than a country has in one city.
    private static final int GROUPS_MAX = 500;

    private final FirmSnapshotView about;
    private final FrozenFirms content;
    private final LastUsed<String, Sweep> sweeps = new LastUsed<>(
            SWEEPS_MAX,
            SWEPT_FIRMS_MAX,
            sweep -> (long) sweep.snapshot().rows() * sweep.results().size());

    private final Map<String, Map<String, Long>> firmsBy = new ConcurrentHashMap<>();

    OpenSnapshot(FirmSnapshotView about, FrozenFirms content) {
        this.about = about;
        this.content = content;
    }

    public FirmSnapshotView about() {
        return about;
    }

    public FrozenFirms content() {
        return content;
    }

    /// By what results are split: a file need not tell all of it, and what has a value for each firm splits nothing.
    public List<String> groups() {
        return FrozenFirms.GROUPS.stream().filter(this::isGroup).toList();
    }

    private boolean isGroup(String column) {
        return content.facts().columns().get(column) instanceof TextColumn texts
                && texts.dictionary().size() <= GROUPS_MAX;
    }

    /// How many firms there are of each text of a column, known or not; counted once.
    Map<String, Long> firmsBy(String column) {
        return firmsBy.computeIfAbsent(column, this::count);
    }

    private Map<String, Long> count(String column) {
        if (!(content.facts().columns().get(column) instanceof TextColumn texts)) {
            return Map.of();
        }
        var counts = new long[texts.dictionary().size() + 1];
        for (int row = 0; row < content.facts().rows(); row++) {
            counts[texts.codeAt(row)]++;
        }
        var firms = new TreeMap<String, Long>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                firms.put(code == 0 ? "" : texts.dictionary().text(code), counts[code]);
            }
        }
        return Collections.unmodifiableMap(firms);
    }

    /// A policy decided for all firms.
    Sweep sweep(CompiledPolicy policy) {
        return sweeps.get(policy.policy().fingerprint(), () -> run(List.of(policy), null));
    }

    /// The same for a policy with figures moved: only what the moved figures touch is counted anew.
    ///
    /// @param key names policy and figures
    Sweep sweep(String key, Supplier<CompiledPolicy> moved, Sweep since) {
        return sweeps.get(key, () -> run(List.of(moved.get()), since));
    }

    /// Several policies at once.
    Sweep sweepAll(String key, List<CompiledPolicy> policies) {
        return sweeps.get(key, () -> run(policies, null));
    }

    private Sweep run(List<CompiledPolicy> policies, @Nullable Sweep since) {
        var columns = policies.stream()
                .map(policy -> ColumnPolicy.compile(policy, content.facts(), about.day()))
                .toList();
        var options = Recount.Options.plain().by(groups().toArray(String[]::new));
        return Recount.run(columns, since == null ? options : options.since(since));
    }
}
