// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.rule.KeepOffUnavailableNodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The free GPUs of one pool, kept in buckets by free count.
///
/// ```
/// free count   0      1     ...    8 (empty)
/// nodes       {3,4}  {0}          {1,2,5}      one NodeSet each
/// mask         1      1     ...    1           which buckets hold nodes
/// ```
/// The tightest node for g GPUs is the first one of the first bucket at or above g: two bit tricks instead of a
/// scan. Taking or freeing GPUs moves a node between two buckets. Nodes that take no job (unavailable, or withheld for
/// a reservation) keep their count but are in no bucket.
///
/// The order of nodes is the order of their ids; of equally tight nodes the first is taken.
public final class PoolIndex {
    /// Answer of [#leftover(int)] when a gang does not fit.
    public static final int NO_FIT = -1;

    /// A node has at most 62 GPUs, so a seat is one `int`: the node's number, then six bits for the GPUs.
    private static final int SEAT_BITS = 6;

    private static final int SEAT_MASK = (1 << SEAT_BITS) - 1;

    private final Pool pool;
    private final List<NodeId> nodes;
    private final Map<NodeId, Integer> numbers;
    private final int[] free;
    private final boolean[] offered;
    private final NodeSet[] buckets;
    private long mask;
    private int freeGpus;
    private int gpusNotOffered;

    private PoolIndex(Pool pool, List<Node> members) {
        this.pool = pool;
        nodes = members.stream().map(Node::id).toList();
        numbers = HashMap.newHashMap(nodes.size());
        free = new int[nodes.size()];
        offered = new boolean[nodes.size()];
        buckets = new NodeSet[pool.piecesPerNode() + 1];
        for (var count = 0; count < buckets.length; count++) {
            buckets[count] = new NodeSet(nodes.size());
        }
        for (var number = 0; number < nodes.size(); number++) {
            numbers.put(nodes.get(number), number);
            free[number] = pool.piecesPerNode();
        }
        gpusNotOffered = nodes.size() * pool.piecesPerNode();
    }

    private PoolIndex(PoolIndex source) {
        pool = source.pool;
        nodes = source.nodes;
        numbers = source.numbers;
        free = source.free.clone();
        offered = source.offered.clone();
        buckets = new NodeSet[source.buckets.length];
        for (var count = 0; count < buckets.length; count++) {
            buckets[count] = source.buckets[count].copy();
        }
        mask = source.mask;
        freeGpus = source.freeGpus;
        gpusNotOffered = source.gpusNotOffered;
    }

    /// An empty pool; only nodes that take jobs are offered. The members must be in the order of their ids.
    public static PoolIndex of(Pool pool, List<Node> members) {
        var index = new PoolIndex(pool, members);
        for (var number = 0; number < members.size(); number++) {
            if (KeepOffUnavailableNodes.RULE.offers(members.get(number))) {
                index.offer(number);
            }
        }
        return index;
    }

    /// An empty pool in which every node is offered, whatever its state.
    public static PoolIndex asIfHealthy(Pool pool, List<Node> members) {
        var index = new PoolIndex(pool, members);
        for (var number = 0; number < members.size(); number++) {
            index.offer(number);
        }
        return index;
    }

    public PoolIndex copy() {
        return new PoolIndex(this);
    }

    public Pool pool() {
        return pool;
    }

    /// All nodes of the pool, offered or not.
    public int nodes() {
        return nodes.size();
    }

    public NodeId node(int number) {
        return nodes.get(number);
    }

    /// GPUs free on a node, offered or not.
    public int free(int number) {
        return free[number];
    }

    public boolean isOffered(int number) {
        return offered[number];
    }

    /// GPUs free on offered nodes.
    public int freeGpus() {
        return freeGpus;
    }

    /// GPUs of nodes that are not offered, free or not.
    public int gpusNotOffered() {
        return gpusNotOffered;
    }

    /// The largest gang that fits now; every smaller one fits too.
    public int largestFit() {
        var partly = mask & ~(1L << pool.piecesPerNode());
        var rest = partly == 0 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(partly);
        return emptyNodes() * pool.piecesPerNode() + rest;
    }

    /// The GPUs that would stay free on the node of the last slice, or [#NO_FIT].
    public int leftover(int gpus) {
        var whole = gpus / pool.piecesPerNode();
        var rest = gpus % pool.piecesPerNode();
        var empty = emptyNodes();
        if (whole > empty) {
            return NO_FIT;
        }
        if (rest == 0) {
            return 0;
        }
        var count = tightestBucket(rest);
        var needsOneMoreEmpty = count == pool.piecesPerNode() && whole == empty;
        return count == Long.SIZE || needsOneMoreEmpty ? NO_FIT : count - rest;
    }

    /// Places a gang that fits: whole nodes first, then the rest on the tightest node.
    public Placement take(int gpus) {
        if (leftover(gpus) == NO_FIT) {
            throw new IllegalArgumentException(gpus + " GPUs do not fit in " + pool.id());
        }
        var rest = gpus % pool.piecesPerNode();
        var slices = new ArrayList<Slice>(gpus / pool.piecesPerNode() + 1);
        for (var whole = gpus / pool.piecesPerNode(); whole > 0; whole--) {
            slices.add(takeFrom(buckets[pool.piecesPerNode()].first(), pool.piecesPerNode()));
        }
        if (rest > 0) {
            slices.add(takeFrom(buckets[tightestBucket(rest)].first(), rest));
        }
        return new Placement(pool.id(), slices, pool.share());
    }

    /// Where [#take] would put a gang, without putting it there.
    public Placement choose(int gpus) {
        var placement = take(gpus);
        release(placement);
        return placement;
    }

    /// Books a placement that was chosen elsewhere: by a provider, by an earlier round, by a twin of this index.
    public void load(Placement placement) {
        for (var slice : placement.slices()) {
            var number = number(slice.node());
            change(number, free[number] - slice.gpus());
        }
    }

    /// Gives the GPUs of a placement back.
    public void release(Placement placement) {
        for (var slice : placement.slices()) {
            var number = number(slice.node());
            change(number, free[number] + slice.gpus());
        }
    }

    /// The slices of a placement as this index counts its nodes: what is looked at again and again is looked up once.
    int[] seats(Placement placement) {
        var seats = new int[placement.slices().size()];
        for (var i = 0; i < seats.length; i++) {
            var slice = placement.slices().get(i);
            seats[i] = number(slice.node()) << SEAT_BITS | slice.gpus();
        }
        return seats;
    }

    void load(int[] seats) {
        for (var seat : seats) {
            change(seat >>> SEAT_BITS, free[seat >>> SEAT_BITS] - (seat & SEAT_MASK));
        }
    }

    void release(int[] seats) {
        for (var seat : seats) {
            change(seat >>> SEAT_BITS, free[seat >>> SEAT_BITS] + (seat & SEAT_MASK));
        }
    }

    /// Takes the nodes of a placement out of the offer; what is free on them stays free.
    public void withhold(Placement placement) {
        for (var slice : placement.slices()) {
            var number = number(slice.node());
            if (offered[number]) {
                leave(number);
                offered[number] = false;
                gpusNotOffered += pool.piecesPerNode();
            }
        }
    }

    private int emptyNodes() {
        return buckets[pool.piecesPerNode()].size();
    }

    /// The first non-empty bucket at or above a count; 64 if there is none.
    private int tightestBucket(int gpus) {
        return Long.numberOfTrailingZeros(mask & -1L << gpus);
    }

    private Slice takeFrom(int number, int gpus) {
        change(number, free[number] - gpus);
        return new Slice(nodes.get(number), gpus);
    }

    /// The place of a node among the nodes of the pool by id, from 0.
    public int number(NodeId node) {
        var number = numbers.get(node);
        if (number == null) {
            throw new IllegalArgumentException(node + " is not a node of " + pool.id());
        }
        return number;
    }

    private void change(int number, int count) {
        if (count < 0 || count > pool.piecesPerNode()) {
            throw new FleetLoadOutOfBounds(nodes.get(number), pool.piecesPerNode() - count, pool.piecesPerNode());
        }
        if (offered[number]) {
            leave(number);
            free[number] = count;
            enter(number);
        } else {
            free[number] = count;
        }
    }

    private void offer(int number) {
        offered[number] = true;
        gpusNotOffered -= pool.piecesPerNode();
        enter(number);
    }

    private void enter(int number) {
        var count = free[number];
        buckets[count].add(number);
        mask |= 1L << count;
        freeGpus += count;
    }

    private void leave(int number) {
        var count = free[number];
        buckets[count].remove(number);
        if (buckets[count].size() == 0) {
            mask &= ~(1L << count);
        }
        freeGpus -= count;
    }
}
