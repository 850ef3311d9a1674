// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.POOL_ENGINE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The rows that say which engine runs a pool's jobs.
@Component
public class PoolEngineStore {

    private final DSLContext database;

    PoolEngineStore(DSLContext database) {
        this.database = database;
    }

    public Optional<String> find(String pool) {
        return database.select(POOL_ENGINE.ENGINE)
                .from(POOL_ENGINE)
                .where(POOL_ENGINE.POOL_ID.eq(pool))
                .fetchOptional(POOL_ENGINE.ENGINE);
    }

    /// The engines of all pools that have one of their own.
    public Map<String, String> all() {
        return database.selectFrom(POOL_ENGINE).fetchMap(POOL_ENGINE.POOL_ID, POOL_ENGINE.ENGINE);
    }

    /// One change of a pool at a time.
    public void lock(String pool) {
        database.select(POOL.ID)
                .from(POOL)
                .where(POOL.ID.eq(pool))
                .forNoKeyUpdate()
                .fetch();
    }

    public void save(String pool, String engine, String by, Instant at) {
        database.insertInto(POOL_ENGINE)
                .set(POOL_ENGINE.POOL_ID, pool)
                .set(POOL_ENGINE.ENGINE, engine)
                .set(POOL_ENGINE.CHANGED_BY, by)
                .set(POOL_ENGINE.CHANGED_AT, JobStore.at(at))
                .onConflict(POOL_ENGINE.POOL_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
