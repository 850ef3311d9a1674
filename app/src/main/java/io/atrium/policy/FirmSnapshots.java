// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.FirmSnapshotOutcome.Done;
import io.atrium.policy.FirmSnapshotOutcome.Refused;
import io.atrium.policy.domain.FirmFacts;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.policy.domain.LastUsed;
import io.atrium.policy.domain.SizeBand;
import io.atrium.policy.domain.SnapshotFile;
import io.atrium.policy.store.FirmSnapshotStore;
import io.atrium.web.Requests;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Snapshots of the facts of all firms (冻结快照), taken by a department under a name and never changed: what a simulation
/// says today it says again after a year. The last ones stay in memory as columns; the others are read when they are
/// asked for.
@Component
public class FirmSnapshots {

    /// More firms would keep the officer waiting longer than a page may.
    public static final int FIRMS_MAX = 20_000;

    /// One a fortnight for two years.
    public static final int SNAPSHOTS_MAX = 50;

    public static final int NAME_LENGTH_MAX = 100;

    /// Columns of some 20,000 firms take about 10 MB each.
    private static final int OPEN_MAX = 6;

    private final FirmSnapshotStore store;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;
    private final Ids ids;
    private final LastUsed<FirmSnapshotId, OpenSnapshot> open = new LastUsed<>(OPEN_MAX);

    FirmSnapshots(
            FirmSnapshotStore store,
            Companies companies,
            FactCatalogue catalogue,
            Requests requests,
            Audit audit,
            BusinessClock businessClock,
            InstantSource systemClock,
            Ids ids) {
        this.store = store;
        this.companies = companies;
        this.catalogue = catalogue;
        this.requests = requests;
        this.audit = audit;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.ids = ids;
    }

    public record Take(String name) {}

    @Transactional(readOnly = true)
    public List<FirmSnapshotView> list(Actor actor, @Nullable String after, int limit) {
        return store.list(actor.scope(Permission.WRITE_POLICY), after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<FirmSnapshotView> find(Actor actor, FirmSnapshotId id) {
        return store.find(actor.scope(Permission.WRITE_POLICY), id);
    }

    /// A snapshot that the actor may see, with its columns.
    @Transactional(readOnly = true)
    public Optional<OpenSnapshot> open(Actor actor, FirmSnapshotId id) {
        return find(actor, id)
                .map(found -> open.get(id, () -> new OpenSnapshot(found, SnapshotFile.read(store.content(id)))));
    }

    /// How many kept scenarios rest on a snapshot.
    @Transactional(readOnly = true)
    public int uses(FirmSnapshotView snapshot) {
        return store.uses(snapshot.id());
    }

    /// Freezes what is known now of every firm, for the business day.
    @Transactional
    public FirmSnapshotOutcome take(Actor actor, RequestKey key, Take command) {
        actor.require(Permission.WRITE_POLICY);
        actor.require(Permission.READ_ENTITLEMENT);
        return requests.once(actor, key, command, FirmSnapshotOutcome.class, () -> {
            store.lock(actor.organisation());
            var name = command.name().strip();
            var firms = companies.ids();
            return objection(actor.organisation(), name, firms.size())
                    .<FirmSnapshotOutcome>map(Refused::new)
                    .orElseGet(() -> freeze(actor, name, firms));
        });
    }

    private Optional<Refusal> objection(OrgId department, String name, int firms) {
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            return Optional.of(Refusal.of(PolicyRefusal.NAME_WRONG, "max", NAME_LENGTH_MAX));
        }
        if (store.hasName(department, name)) {
            return Optional.of(Refusal.of(PolicyRefusal.NAME_TAKEN, "name", name));
        }
        if (store.count(department) >= SNAPSHOTS_MAX) {
            return Optional.of(Refusal.of(PolicyRefusal.SNAPSHOTS_FULL, "max", SNAPSHOTS_MAX));
        }
        return firms > 0 && firms <= FIRMS_MAX
                ? Optional.empty()
                : Optional.of(new Refusal(PolicyRefusal.SNAPSHOT_SIZE_WRONG, Map.of("firms", firms, "max", FIRMS_MAX)));
    }

    private FirmSnapshotOutcome freeze(Actor actor, String name, List<OrgId> firms) {
        var day = businessClock.today();
        var knownAt = systemClock.instant();
        var facts = new LinkedHashMap<OrgId, FactSet>();
        for (int from = 0; from < firms.size(); from += Companies.FIRMS_AT_ONCE) {
            var part = firms.subList(from, Math.min(from + Companies.FIRMS_AT_ONCE, firms.size()));
            companies
                    .facts(part, day, knownAt)
                    .forEach(found -> facts.put(found.firm(), withGroups(FirmFacts.of(found), day)));
        }
        var content = SnapshotFile.write(types(), facts);
        var snapshot = new FirmSnapshotView(
                new FirmSnapshotId(ids.next(FirmSnapshotId.PREFIX)),
                actor.organisation(),
                name,
                day,
                knownAt,
                actor.name(),
                facts.size(),
                sha256(content));
        store.insert(snapshot, content);
        audit.record(
                actor,
                "policy.snapshot-taken",
                snapshot.id().value(),
                Map.of("name", name, "day", day.toString(), "firms", facts.size(), "sha256", snapshot.sha256()));
        return new Done(snapshot.id());
    }

    /// Size and stage are worked out once, so that a later change of their bounds does not move old numbers.
    private FactSet withGroups(FactSet facts, LocalDate day) {
        var all = facts;
        if (facts.find("employees").map(Fact::value).orElse(null) instanceof FactValue.Quantity(var heads)) {
            all = all.with(text(FrozenFirms.SIZE, SizeBand.of(heads)));
        }
        if (facts.find("registered_on").map(Fact::value).orElse(null) instanceof FactValue.Day(var registered)) {
            var stage = catalogue.stageBounds().stage(registered, day);
            all = stage == null ? all : all.with(text(FrozenFirms.STAGE, stage));
        }
        return all;
    }

    private static Fact text(String key, Enum<?> value) {
        return Fact.of(key, new FactValue.Text(value.name()));
    }

    private SortedMap<String, FactType> types() {
        var types = new TreeMap<String, FactType>();
        for (var fact : catalogue.definitions()) {
            switch (fact.type()) {
                case BOOLEAN -> types.put(fact.key(), FactType.BOOLEAN);
                case NUMBER, MONEY -> types.put(fact.key(), FactType.NUMBER);
                case DATE -> types.put(fact.key(), FactType.DATE);
                case TEXT -> types.put(fact.key(), FactType.TEXT);
                case LIST -> {}
            }
        }
        FrozenFirms.GROUPS.forEach(group -> types.put(group, FactType.TEXT));
        return types;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Throws a snapshot away; one on which scenarios rest stays.
    @Transactional
    public FirmSnapshotOutcome remove(Actor actor, RequestKey key, FirmSnapshotId id) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, id, FirmSnapshotOutcome.class, () -> {
            var found = find(actor, id).orElseThrow(FirmSnapshots::notFound);
            store.lock(found.department());
            int uses = store.uses(id);
            if (uses > 0) {
                return new Refused(Refusal.of(PolicyRefusal.SNAPSHOT_IN_USE, "scenarios", uses));
            }
            store.delete(id);
            open.forget(id);
            audit.record(
                    actor,
                    "policy.snapshot-removed",
                    id.value(),
                    Map.of("name", found.name(), "sha256", found.sha256()));
            return new Done(id);
        });
    }

    /// The firms of some rows by name, as far as the actor may see them.
    @Transactional(readOnly = true)
    public List<NamedFirm> named(Actor actor, OpenSnapshot snapshot, List<Integer> rows) {
        var firms =
                rows.stream().map(row -> snapshot.content().firms().get(row)).toList();
        var names = store.names(actor.scope(Permission.READ_ENTITLEMENT), firms);
        var named = new ArrayList<NamedFirm>();
        for (int i = 0; i < rows.size(); i++) {
            var name = names.get(firms.get(i).value());
            if (name != null) {
                named.add(new NamedFirm(rows.get(i), firms.get(i), name));
            }
        }
        return named;
    }

    public record NamedFirm(int row, OrgId firm, String name) {}

    static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
