// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.POLICY_SCENARIO;
import static io.atrium.jooq.Tables.POLICY_SNAPSHOT;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.FirmSnapshotView;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Frozen snapshots as rows; their content is read only when one is opened.
@Component
public class FirmSnapshotStore {

    private static final List<SelectField<?>> ABOUT = List.of(
            POLICY_SNAPSHOT.ID,
            POLICY_SNAPSHOT.ORG_ID,
            POLICY_SNAPSHOT.NAME,
            POLICY_SNAPSHOT.TAKEN_FOR,
            POLICY_SNAPSHOT.KNOWN_AT,
            POLICY_SNAPSHOT.TAKEN_BY_NAME,
            POLICY_SNAPSHOT.FIRMS,
            POLICY_SNAPSHOT.FILE_NAME,
            POLICY_SNAPSHOT.SHA256);

    private final DSLContext database;

    FirmSnapshotStore(DSLContext database) {
        this.database = database;
    }

    /// Snapshots of one department are taken one after the other, so that its limit holds.
    public void lock(OrgId department) {
        database.execute("select pg_advisory_xact_lock(?, hashtext(?))", 0x534e50, department.value());
    }

    public void insert(FirmSnapshotView snapshot, byte[] content) {
        database.insertInto(POLICY_SNAPSHOT)
                .set(POLICY_SNAPSHOT.ID, snapshot.id().value())
                .set(POLICY_SNAPSHOT.ORG_ID, snapshot.department().value())
                .set(POLICY_SNAPSHOT.NAME, snapshot.name())
                .set(POLICY_SNAPSHOT.TAKEN_FOR, snapshot.day())
                .set(POLICY_SNAPSHOT.KNOWN_AT, snapshot.knownAt().atOffset(ZoneOffset.UTC))
                .set(POLICY_SNAPSHOT.TAKEN_BY_NAME, snapshot.takenBy())
                .set(POLICY_SNAPSHOT.FIRMS, snapshot.firms())
                .set(POLICY_SNAPSHOT.FILE_NAME, snapshot.fileName())
                .set(POLICY_SNAPSHOT.SHA256, snapshot.sha256())
                .set(POLICY_SNAPSHOT.CONTENT, content)
                .execute();
    }

    public int count(OrgId department) {
        return database.fetchCount(POLICY_SNAPSHOT, POLICY_SNAPSHOT.ORG_ID.eq(department.value()));
    }

    public boolean hasName(OrgId department, String name) {
        return database.fetchExists(
                POLICY_SNAPSHOT, POLICY_SNAPSHOT.ORG_ID.eq(department.value()).and(POLICY_SNAPSHOT.NAME.eq(name)));
    }

    public Optional<FirmSnapshotView> find(Scope scope, FirmSnapshotId id) {
        return database.select(ABOUT)
                .from(POLICY_SNAPSHOT)
                .where(POLICY_SNAPSHOT.ID.eq(id.value()))
                .and(Scope.condition(scope, POLICY_SNAPSHOT.ORG_ID))
                .fetchOptional(FirmSnapshotStore::view);
    }

    /// Newest first, from the first after one.
    public List<FirmSnapshotView> list(Scope scope, @Nullable String after, int limit) {
        return database.select(ABOUT)
                .from(POLICY_SNAPSHOT)
                .where(Scope.condition(scope, POLICY_SNAPSHOT.ORG_ID))
                .and(after == null ? DSL.noCondition() : POLICY_SNAPSHOT.ID.lt(after))
                .orderBy(POLICY_SNAPSHOT.ID.desc())
                .limit(limit)
                .fetch(FirmSnapshotStore::view);
    }

    public byte[] content(FirmSnapshotId id) {
        return database.select(POLICY_SNAPSHOT.CONTENT)
                .from(POLICY_SNAPSHOT)
                .where(POLICY_SNAPSHOT.ID.eq(id.value()))
                .fetchSingle(POLICY_SNAPSHOT.CONTENT);
    }

    /// How many scenarios rest on it, whoever keeps them.
    public int uses(FirmSnapshotId id) {
        return database.fetchCount(POLICY_SCENARIO, POLICY_SCENARIO.SNAPSHOT_ID.eq(id.value()));
    }

    public void delete(FirmSnapshotId id) {
        database.deleteFrom(POLICY_SNAPSHOT)
                .where(POLICY_SNAPSHOT.ID.eq(id.value()))
                .execute();
    }

    /// The names of firms that the reader may see.
    public Map<String, String> names(Scope scope, Collection<OrgId> firms) {
        return database.select(ORGANISATION.ID, ORGANISATION.NAME_ZH)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(
                        DSL.any(firms.stream().map(OrgId::value).toArray(String[]::new))))
                .and(Scope.condition(scope, ORGANISATION.ID))
                .fetchMap(ORGANISATION.ID, ORGANISATION.NAME_ZH);
    }

    private static FirmSnapshotView view(Record row) {
        return new FirmSnapshotView(
                new FirmSnapshotId(row.get(POLICY_SNAPSHOT.ID)),
                new OrgId(row.get(POLICY_SNAPSHOT.ORG_ID)),
                row.get(POLICY_SNAPSHOT.NAME),
                row.get(POLICY_SNAPSHOT.TAKEN_FOR),
                row.get(POLICY_SNAPSHOT.KNOWN_AT).toInstant(),
                row.get(POLICY_SNAPSHOT.TAKEN_BY_NAME),
                row.get(POLICY_SNAPSHOT.FIRMS),
                row.get(POLICY_SNAPSHOT.FILE_NAME),
                row.get(POLICY_SNAPSHOT.SHA256));
    }
}
