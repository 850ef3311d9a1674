// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_SLICE;
import static io.atrium.jooq.Tables.LEASE;
import static io.atrium.jooq.Tables.LEASE_NODE;
import static io.atrium.jooq.Tables.NODE;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.POOL_NOTICE;
import static io.atrium.jooq.Tables.POOL_PRICE;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.PoolView;
import io.atrium.compute.RegisterPool;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.jooq.tables.records.PoolPriceRecord;
import io.atrium.jooq.tables.records.PoolRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The rows of pools, prices and nodes. Prices are in force by business time.
@Component
public class FleetStore {

    /// So many days before a lease begins its nodes take no new jobs; an assumption of this product.
    public static final int LEASE_LEAD_DAYS = 2;

    /// What a job holds on one node, in the parts that [GpuAmount] counts.
    private static final Field<Long> PARTS_OF_SLICE =
            JOB_SLICE.GPUS.cast(Long.class).times(GpuAmount.PARTS_PER_GPU).div(JOB.SHARES_PER_GPU);

    private final DSLContext database;
    private final BusinessClock clock;

    FleetStore(DSLContext database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// False if the pool is there already; then nothing is changed.
    ///
    /// @param opens when its first price begins to hold
    public boolean insert(RegisterPool pool, Instant at, Instant opens) {
        var inserted = database.insertInto(POOL)
                .set(POOL.ID, pool.id())
                .set(POOL.PROVIDER_ID, pool.provider().value())
                .set(POOL.GPU_MODEL, pool.gpuModel())
                .set(POOL.GPUS_PER_NODE, pool.gpusPerNode())
                .set(POOL.SHARES_PER_GPU, (short) pool.shape().share().perGpu())
                .set(POOL.CPUS_PER_GPU, pool.shape().perGpu().cpus())
                .set(POOL.MEMORY_GIB_PER_GPU, pool.shape().perGpu().memoryGib())
                .set(POOL.LINK_GBPS, pool.shape().link().gbps())
                .set(POOL.MEMORY_GIB, pool.memoryGib())
                .set(POOL.IS_DOMESTIC, pool.domestic())
                .set(POOL.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return false;
        }
        insertPrice(pool.id(), opens, pool.pricePerGpuHour());
        var nodes = IntStream.rangeClosed(1, pool.nodes())
                .mapToObj(number -> row("%s-%04d".formatted(pool.id(), number), pool.id(), NodeState.UP.name()))
                .toList();
        database.insertInto(NODE, NODE.ID, NODE.POOL_ID, NODE.STATE)
                .valuesOfRows(nodes)
                .execute();
        return true;
    }

    public void insertPrice(String pool, Instant validFrom, Fen pricePerGpuHour) {
        database.insertInto(POOL_PRICE)
                .set(POOL_PRICE.POOL_ID, pool)
                .set(POOL_PRICE.VALID_FROM, validFrom.atOffset(ZoneOffset.UTC))
                .set(POOL_PRICE.FEN_PER_GPU_HOUR, pricePerGpuHour.value())
                .execute();
    }

    /// The whole fleet at the prices in force, as the scheduler wants it. Pools are read first: one that is
    /// brought between two reads is left out as a whole, prices and nodes.
    public Fleet fleet() {
        var rows = database.selectFrom(POOL).fetch();
        var prices = prices();
        var pools = rows.map(row -> new Pool(
                new PoolId(row.getId()),
                new ProviderId(row.getProviderId()),
                new GpuModel(row.getGpuModel()),
                row.getGpusPerNode(),
                price(prices, row.getId()).getFenPerGpuHour(),
                shape(row)));
        var stopped = stoppedPools();
        var leased = leasedNodes();
        var nodes = database.select(NODE.ID, NODE.POOL_ID, NODE.STATE)
                .from(NODE)
                .where(NODE.POOL_ID.in(rows.getValues(POOL.ID)))
                .fetch(row -> new Node(
                        new NodeId(row.value1()),
                        new PoolId(row.value2()),
                        state(
                                NodeState.valueOf(row.value3()),
                                stopped.contains(row.value2()) || leased.contains(row.value1()))));
        return new Fleet(pools, nodes);
    }

    private static Shape shape(PoolRecord row) {
        return new Shape(
                new GpuShare(row.getSharesPerGpu()),
                new PerGpu(row.getCpusPerGpu(), row.getMemoryGibPerGpu()),
                new Link(row.getLinkGbps()));
    }

    private static NodeState state(NodeState own, boolean isStopped) {
        return own == NodeState.UP && isStopped ? NodeState.DRAIN : own;
    }

    /// Nodes that a lease has, or will have soon: they take no new jobs, and what runs there ends by itself.
    private Set<String> leasedNodes() {
        return database.select(LEASE_NODE.NODE_ID)
                .from(LEASE_NODE)
                .where(isLeased())
                .fetchSet(LEASE_NODE.NODE_ID);
    }

    private Condition isLeased() {
        var soon = clock.today().plusDays(LEASE_LEAD_DAYS);
        return LEASE_NODE.LEASE_ID.in(DSL.select(LEASE.ID)
                .from(LEASE)
                .where(LEASE.STATE.eq("ACTIVE").or(LEASE.STATE.eq("SIGNED").and(LEASE.STARTS_ON.le(soon)))));
    }

    private Condition isAway() {
        return NODE.STATE.ne(NodeState.UP.name()).or(isOfALease());
    }

    private Condition isOfALease() {
        return NODE.ID.in(DSL.select(LEASE_NODE.NODE_ID).from(LEASE_NODE).where(isLeased()));
    }

    /// Pools that take no new jobs now: an announcement of their provider keeps them away, or their first price
    /// does not hold yet. What runs there is left alone.
    private Set<String> stoppedPools() {
        var stopped = new HashSet<>(announcedPools());
        stopped.addAll(pricesToCome().keySet());
        return stopped;
    }

    private Set<String> announcedPools() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.select(POOL_NOTICE.POOL_ID)
                .from(POOL_NOTICE)
                .where(
                        POOL_NOTICE.STOPS_PLACEMENT.isTrue(),
                        POOL_NOTICE.ENDED_AT.isNull(),
                        POOL_NOTICE.STARTS_AT.le(now))
                .and(POOL_NOTICE.ENDS_AT.isNull().or(POOL_NOTICE.ENDS_AT.gt(now)))
                .fetchSet(POOL_NOTICE.POOL_ID);
    }

    public Optional<PoolView> find(String pool) {
        return views().stream().filter(view -> view.id().equals(pool)).findFirst();
    }

    /// All pools by model and id.
    public List<PoolView> views() {
        var pools = database.select(POOL, ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                .from(POOL)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(POOL.PROVIDER_ID))
                .orderBy(POOL.GPU_MODEL, POOL.ID)
                .fetch();
        var prices = prices();
        var counts = new Counts(
                nodeCounts(DSL.noCondition()),
                nodeCounts(isAway()),
                nodeCounts(isOfALease()),
                gpusInUse(false),
                gpusInUse(true),
                gpusSimulated(),
                stoppedPools());
        return pools.map(row -> view(row, price(prices, row.value1().getId()), counts));
    }

    private record Counts(
            Map<String, Integer> nodes,
            Map<String, Integer> unavailable,
            Map<String, Integer> leased,
            Map<String, GpuAmount> gpusInUse,
            Map<String, GpuAmount> gpusInUseOnUp,
            Map<String, GpuAmount> gpusSimulated,
            Set<String> stopped) {
        private PoolView.Capacity of(PoolRecord pool) {
            var count = nodes.getOrDefault(pool.getId(), 0);
            var isStopped = stopped.contains(pool.getId());
            var away = isStopped ? count : unavailable.getOrDefault(pool.getId(), 0);
            var used = gpusInUseOnUp.getOrDefault(pool.getId(), GpuAmount.ZERO);
            var open = GpuAmount.ofGpus((long) (count - away) * pool.getGpusPerNode());
            return new PoolView.Capacity(
                    count,
                    away,
                    leased.getOrDefault(pool.getId(), 0),
                    count * pool.getGpusPerNode(),
                    gpusInUse.getOrDefault(pool.getId(), GpuAmount.ZERO),
                    isStopped ? GpuAmount.ZERO : open.minus(used),
                    gpusSimulated.getOrDefault(pool.getId(), GpuAmount.ZERO));
        }
    }

    private static PoolView view(Record3<PoolRecord, String, String> row, PoolPriceRecord price, Counts counts) {
        var pool = row.value1();
        return new PoolView(
                pool.getId(),
                new OrgId(pool.getProviderId()),
                row.value2(),
                row.value3(),
                pool.getGpuModel(),
                pool.getMemoryGib(),
                pool.getIsDomestic(),
                pool.getGpusPerNode(),
                counts.of(pool),
                new Fen(price.getFenPerGpuHour()),
                price.getValidFrom().toInstant(),
                shape(pool));
    }

    public int setState(List<String> nodes, NodeState state) {
        return database.update(NODE)
                .set(NODE.STATE, state.name())
                .where(NODE.ID.in(nodes))
                .execute();
    }

    /// The prices in force, and the first price of pools that open later.
    private Map<String, PoolPriceRecord> prices() {
        var prices = new HashMap<>(pricesToCome());
        prices.putAll(pricesInForce());
        return prices;
    }

    /// The first price of each pool that has none in force yet.
    private Map<String, PoolPriceRecord> pricesToCome() {
        var earlier = POOL_PRICE.as("earlier");
        return database
                .selectDistinct(POOL_PRICE)
                .on(POOL_PRICE.POOL_ID)
                .from(POOL_PRICE)
                .where(DSL.notExists(DSL.selectOne()
                        .from(earlier)
                        .where(
                                earlier.POOL_ID.eq(POOL_PRICE.POOL_ID),
                                earlier.VALID_FROM.le(clock.instant().atOffset(ZoneOffset.UTC)))))
                .orderBy(POOL_PRICE.POOL_ID, POOL_PRICE.VALID_FROM)
                .fetch(row -> row.value1())
                .stream()
                .collect(toMap(PoolPriceRecord::getPoolId, row -> row));
    }

    private Map<String, PoolPriceRecord> pricesInForce() {
        return database
                .selectDistinct(POOL_PRICE)
                .on(POOL_PRICE.POOL_ID)
                .from(POOL_PRICE)
                .where(POOL_PRICE.VALID_FROM.le(clock.instant().atOffset(ZoneOffset.UTC)))
                .orderBy(POOL_PRICE.POOL_ID, POOL_PRICE.VALID_FROM.desc())
                .fetch(row -> row.value1())
                .stream()
                .collect(toMap(PoolPriceRecord::getPoolId, row -> row));
    }

    private static PoolPriceRecord price(Map<String, PoolPriceRecord> prices, String pool) {
        return Objects.requireNonNull(prices.get(pool), () -> "no price for " + pool);
    }

    private Map<String, Integer> nodeCounts(Condition which) {
        return database.select(NODE.POOL_ID, count())
                .from(NODE)
                .where(which)
                .groupBy(NODE.POOL_ID)
                .fetchMap(NODE.POOL_ID, count());
    }

    private Map<String, GpuAmount> gpusSimulated() {
        return database.select(JOB.POOL_ID, sum(QueueStore.PARTS))
                .from(JOB)
                .where(JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name()), JOB.ENGINE.eq(JobView.SIMULATED))
                .groupBy(JOB.POOL_ID)
                .fetchMap(row -> row.value1(), row -> QueueStore.amount(row.value2()));
    }

    private Map<String, GpuAmount> gpusInUse(boolean onUpNodesOnly) {
        return database.select(JOB.POOL_ID, sum(PARTS_OF_SLICE))
                .from(JOB_SLICE)
                .join(JOB)
                .on(JOB.ID.eq(JOB_SLICE.JOB_ID))
                .join(NODE)
                .on(NODE.ID.eq(JOB_SLICE.NODE_ID))
                .where(JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name()))
                .and(onUpNodesOnly ? DSL.not(isAway()) : DSL.noCondition())
                .groupBy(JOB.POOL_ID)
                .fetchMap(row -> row.value1(), row -> QueueStore.amount(row.value2()));
    }
}
