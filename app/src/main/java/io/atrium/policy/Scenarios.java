// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Scenario.Author;
import io.atrium.policy.ScenarioOutcome.Done;
import io.atrium.policy.ScenarioOutcome.Refused;
import io.atrium.policy.store.FirmSnapshotStore;
import io.atrium.policy.store.ScenarioStore;
import io.atrium.web.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Suppositions that officers keep (情景库): under a name, for themselves or for the department. Only who kept one shares
/// or removes it.
@Component
public class Scenarios {

    public static final int NAME_LENGTH_MAX = 100;
    public static final int NOTE_LENGTH_MAX = 500;

    /// More than anybody finds again.
    public static final int SCENARIOS_MAX = 500;

    private final ScenarioStore store;
    private final FirmSnapshotStore snapshots;
    private final Workbench workbench;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final Ids ids;

    Scenarios(
            ScenarioStore store,
            FirmSnapshotStore snapshots,
            Workbench workbench,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            Ids ids) {
        this.store = store;
        this.snapshots = snapshots;
        this.workbench = workbench;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    public record Keep(Supposition supposition, String name, String note, boolean isShared) {}

    /// One's own and the shared ones of the department, newest first.
    @Transactional(readOnly = true)
    public List<Scenario> list(Actor actor) {
        return store.list(actor, SCENARIOS_MAX);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return store.countFor(actor);
    }

    @Transactional(readOnly = true)
    public Optional<Scenario> find(Actor actor, ScenarioId id) {
        return store.find(actor, id);
    }

    /// Keeps a supposition that can be counted.
    @Transactional
    public ScenarioOutcome keep(Actor actor, RequestKey key, Keep command) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, command, ScenarioOutcome.class, () -> {
            snapshots.lock(actor.organisation());
            return objection(actor, command).<ScenarioOutcome>map(Refused::new).orElseGet(() -> insert(actor, command));
        });
    }

    private Optional<Refusal> objection(Actor actor, Keep command) {
        var name = command.name().strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            return Optional.of(Refusal.of(PolicyRefusal.NAME_WRONG, "max", NAME_LENGTH_MAX));
        }
        if (command.note().strip().length() > NOTE_LENGTH_MAX) {
            return Optional.of(Refusal.of(PolicyRefusal.NOTE_TOO_LONG, "max", NOTE_LENGTH_MAX));
        }
        return store.count(actor.organisation()) < SCENARIOS_MAX
                ? Optional.empty()
                : Optional.of(Refusal.of(PolicyRefusal.SCENARIOS_FULL, "max", SCENARIOS_MAX));
    }

    private ScenarioOutcome insert(Actor actor, Keep command) {
        var result = workbench.run(actor, command.supposition());
        var base = result.base();
        var inForce = base.inForce();
        var scenario = new Scenario(
                new ScenarioId(ids.next(ScenarioId.PREFIX)),
                actor.organisation(),
                command.name().strip(),
                command.note().strip(),
                base.policy(),
                base.version(),
                inForce == null ? null : inForce.version(),
                base.draft(),
                base.draft() == null ? null : base.text(),
                command.supposition().snapshot(),
                result.moved(),
                command.isShared(),
                new Author(actor.person(), actor.name()),
                clock.instant());
        store.insert(scenario);
        audit.record(
                actor,
                "policy.scenario-kept",
                scenario.id().value(),
                Map.of(
                        "policy", base.policy().value(),
                        "snapshot", scenario.snapshot().value(),
                        "figures", scenario.figures().toString(),
                        "shared", command.isShared()));
        return new Done(scenario.id());
    }

    /// Shows a scenario to the colleagues of the department, or to oneself alone again.
    @Transactional
    public ScenarioOutcome share(Actor actor, RequestKey key, ScenarioId id, boolean isShared) {
        return own(actor, key, id, "share " + isShared, scenario -> {
            store.saveShared(id, isShared);
            audit.record(
                    actor,
                    "policy.scenario-shared",
                    id.value(),
                    Map.of("before", scenario.isShared(), "after", isShared));
            return new Done(id);
        });
    }

    @Transactional
    public ScenarioOutcome remove(Actor actor, RequestKey key, ScenarioId id) {
        return own(actor, key, id, "remove", scenario -> {
            store.delete(id);
            audit.record(actor, "policy.scenario-removed", id.value(), Map.of("name", scenario.name()));
            return new Done(id);
        });
    }

    private ScenarioOutcome own(
            Actor actor, RequestKey key, ScenarioId id, String what, Function<Scenario, ScenarioOutcome> work) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, Map.of("scenario", id, "what", what), ScenarioOutcome.class, () -> {
            var scenario = store.find(actor, id).orElseThrow(FirmSnapshots::notFound);
            if (!scenario.isBy(actor.person())) {
                throw new RefusedException(new Refusal(
                        PolicyRefusal.SCENARIO_OF_ANOTHER,
                        Map.of("by", scenario.author().name())));
            }
            return work.apply(scenario);
        });
    }
}
