// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.FactType;
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
import io.atrium.policy.domain.FirmGroups;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.policy.domain.LastUsed;
import io.atrium.policy.domain.SnapshotFile;
import io.atrium.policy.store.FirmSnapshotStore;
import io.atrium.web.Requests;
import io.atrium.web.operation.Progress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// A large city; its columns still fit into memory beside everything else.
    public static final int FIRMS_MAX = 5_000_000;

    /// One a fortnight for two years.
    public static final int SNAPSHOTS_MAX = 50;

    public static final int NAME_LENGTH_MAX = 100;

    public static final int FILE_NAME_LENGTH_MAX = 200;

    /// So many are open together. Of 20,000 firms each takes about 10 MB; of a city, with its recounts, 500 MB, so that
    /// only one is.
    private static final int OPEN_MAX = 6;

    private static final int OPEN_FIRMS_MAX = 5_000_000;

    private static final Set<String> IDENTITY = Set.of("unified_code", "name", "name_en");

    private final FirmSnapshotStore store;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;
    private final Ids ids;
    private final LastUsed<FirmSnapshotId, OpenSnapshot> open = new LastUsed<>(
            OPEN_MAX, OPEN_FIRMS_MAX, snapshot -> snapshot.about().firms());

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

    /// @param day for which the facts of the file hold
    /// @param sha256 of what was read
    record Keep(String name, LocalDate day, String fileName, String sha256) {}

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

    /// How many firms there are to freeze.
    @Transactional(readOnly = true)
    public int firms() {
        return companies.ids().size();
    }

    @Transactional
    public FirmSnapshotOutcome take(Actor actor, RequestKey key, Take command) {
        return take(actor, key, command, Progress.UNWATCHED);
    }

    /// Freezes what is known now of every firm, for the business day.
    @Transactional
    public FirmSnapshotOutcome take(Actor actor, RequestKey key, Take command, Progress progress) {
        requireTaker(actor);
        return requests.once(actor, key, command, FirmSnapshotOutcome.class, () -> {
            store.lock(actor.organisation());
            var name = command.name().strip();
            var firms = companies.ids();
            return objection(actor, name, firms.size())
                    .<FirmSnapshotOutcome>map(Refused::new)
                    .orElseGet(() -> {
                        var day = businessClock.today();
                        var knownAt = systemClock.instant();
                        var facts = facts(firms, day, knownAt, progress);
                        return keep(actor, new Content(name, day, knownAt, null, Packed.of(facts)));
                    });
        });
    }

    /// Keeps the facts of a file, whose firms are nobody here.
    @Transactional
    public FirmSnapshotOutcome keep(Actor actor, RequestKey key, FileSnapshot file, Snapshot read) {
        requireTaker(actor);
        var facts = new FrozenFirms(List.of(), FirmGroups.addTo(read, file.day(), catalogue.stageBounds()));
        var packed = Packed.of(facts);
        var command = new Keep(file.name(), file.day(), file.fileName(), packed.sha256());
        return requests.once(actor, key, command, FirmSnapshotOutcome.class, () -> {
            store.lock(actor.organisation());
            return objection(actor, file.name(), read.rows())
                    .<FirmSnapshotOutcome>map(Refused::new)
                    .orElseGet(() -> keep(
                            actor,
                            new Content(file.name(), file.day(), systemClock.instant(), file.fileName(), packed)));
        });
    }

    private static void requireTaker(Actor actor) {
        actor.require(Permission.WRITE_POLICY);
        actor.require(Permission.READ_ENTITLEMENT);
    }

    /// What stands against a snapshot of this name; nothing is written.
    @Transactional(readOnly = true)
    public Optional<Refusal> objection(Actor actor, String name, int firms) {
        requireTaker(actor);
        var department = actor.organisation();
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

    private record Content(
            String name,
            LocalDate day,
            Instant knownAt,
            @Nullable String fileName,
            Packed packed) {}

    /// As it is stored; made once, for a city takes seconds.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    private record Packed(int firms, byte[] bytes, String sha256) {

        static Packed of(FrozenFirms facts) {
            var bytes = SnapshotFile.write(facts);
            return new Packed(facts.facts().rows(), bytes, FirmSnapshots.sha256(bytes));
        }
    }

    private FrozenFirms facts(List<OrgId> firms, LocalDate day, Instant knownAt, Progress progress) {
        var builder = new SnapshotBuilder(types());
        var frozen = new ArrayList<OrgId>();
        progress.stage(0, firms.size());
        for (int from = 0; from < firms.size(); from += Companies.FIRMS_AT_ONCE) {
            var part = firms.subList(from, Math.min(from + Companies.FIRMS_AT_ONCE, firms.size()));
            companies.facts(part, day, knownAt).forEach(found -> {
                frozen.add(found.firm());
                builder.add(FirmFacts.of(found));
            });
            progress.done(from + part.size());
        }
        progress.stage(1);
        return new FrozenFirms(frozen, FirmGroups.addTo(builder.freeze(), day, catalogue.stageBounds()));
    }

    private FirmSnapshotOutcome keep(Actor actor, Content content) {
        var snapshot = new FirmSnapshotView(
                new FirmSnapshotId(ids.next(FirmSnapshotId.PREFIX)),
                actor.organisation(),
                content.name(),
                content.day(),
                content.knownAt(),
                actor.name(),
                content.packed().firms(),
                content.fileName(),
                content.packed().sha256());
        store.insert(snapshot, content.packed().bytes());
        var said = new LinkedHashMap<String, Object>();
        said.put("name", content.name());
        said.put("day", content.day().toString());
        said.put("firms", snapshot.firms());
        said.put("sha256", snapshot.sha256());
        if (content.fileName() != null) {
            said.put("file", content.fileName());
        }
        audit.record(actor, "policy.snapshot-taken", snapshot.id().value(), said);
        return new Done(snapshot.id());
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
        return types;
    }

    /// The facts that a file may bring: who a firm is stays with the department.
    SortedMap<String, FactType> typesOfFiles() {
        var types = types();
        types.keySet().removeAll(IDENTITY);
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

    /// The firms of some rows by name, as far as the actor may see them; those of a file by their line.
    @Transactional(readOnly = true)
    public List<NamedFirm> named(Actor actor, OpenSnapshot snapshot, List<Integer> rows) {
        if (!snapshot.content().areKnownHere()) {
            return rows.stream().map(row -> new NamedFirm(row, null, "")).toList();
        }
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

    /// @param firm null for a line of a file
    public record NamedFirm(int row, @Nullable OrgId firm, String name) {

        /// The line of the file, below its head.
        public int line() {
            return row + 2;
        }
    }

    static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
