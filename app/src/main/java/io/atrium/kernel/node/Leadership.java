// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether this node leads (主节点). Whoever writes as the leader asks twice: [#term] before the work, which costs
/// nothing, and [#fence] as the last thing of its transaction, which is what counts.
public final class Leadership {

    /// A term is not used to its very end: what is begun shortly before would be refused anyway.
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final NodeStore store;
    private final Duration lasts;
    private volatile @Nullable Held held;

    private record Held(Term term, long untilNanos) {}

    /// @param lasts how long a term stands without a sign of life
    Leadership(NodeStore store, Duration lasts) {
        this.store = store;
        this.lasts = lasts;
    }

    /// The term of this node; empty while another leads, or nobody can be asked.
    public Optional<Term> term() {
        var now = held;
        return now != null && System.nanoTime() - now.untilNanos() < 0 ? Optional.of(now.term()) : Optional.empty();
    }

    public boolean isHere() {
        return term().isPresent();
    }

    /// To be called in the transaction, after everything that it writes: no other node gets the lead between this and
    /// its end. Throws when the term is over.
    public void fence(Term term) {
        if (!store.isFenced(term)) {
            throw new LeadLost(term);
        }
    }

    /// Goes on with the lead or tries to get it, through a connection of the caller's.
    void campaign(NodeStore through, String node) {
        long asked = System.nanoTime();
        var known = held;
        held = through.lead(node, known == null ? null : known.term())
                .map(term -> new Held(term, asked + lasts.minus(MARGIN).toNanos()))
                .orElse(null);
    }

    /// The last term that was heard of, run out or not.
    Optional<Term> last() {
        return Optional.ofNullable(held).map(Held::term);
    }

    void resign() {
        held = null;
    }
}
