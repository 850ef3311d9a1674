// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.column.Difference;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.domain.LastUsed;
import io.atrium.policy.domain.MovedFigure;
import io.atrium.policy.domain.WithoutCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The policy simulation workbench (政策仿真工作台): a policy with figures moved, over all firms of a frozen snapshot, beside
/// the version in force. Nothing is decided here and nothing is kept.
///
/// What a firm would see if *its facts* were others is [Simulations]; here the *policy* is another.
@Component
public class Workbench {

    private static final int TEXTS_MAX = 128;

    private final Policies policies;
    private final PolicyDrafts drafts;
    private final FirmSnapshots snapshots;
    private final LastUsed<String, Prepared> prepared = new LastUsed<>(TEXTS_MAX);

    Workbench(Policies policies, PolicyDrafts drafts, FirmSnapshots snapshots) {
        this.policies = policies;
        this.drafts = drafts;
        this.snapshots = snapshots;
    }

    /// What of a package does not depend on the figures.
    private record Prepared(CompiledPolicy compiled, List<Threshold> thresholds) {}

    /// In what figures may be moved; empty when there is no such policy, or no such draft of the department.
    @Transactional(readOnly = true)
    public Optional<WorkbenchBase> base(Actor actor, PolicyId policy, @Nullable PolicyDraftId draft) {
        actor.require(Permission.WRITE_POLICY);
        var inForce = policies.find(policy).orElse(null);
        if (draft != null) {
            return drafts.find(actor, draft)
                    .filter(found -> found.policy().equals(policy))
                    .map(found -> base(policy, found.id(), found.text(), inForce));
        }
        return Optional.ofNullable(inForce).map(this::base);
    }

    /// The version in force, compared with itself.
    private WorkbenchBase base(PublishedPolicy published) {
        var text = policies.text(published.id(), published.version()).orElseThrow();
        var thresholds = prepared.get(
                published.content().fingerprint(),
                () -> new Prepared(published.compiled(), Thresholds.of(text.model())));
        return new WorkbenchBase(published.id(), null, text, published.compiled(), thresholds.thresholds(), published);
    }

    private WorkbenchBase base(
            PolicyId policy, PolicyDraftId draft, PackageText text, @Nullable PublishedPolicy inForce) {
        var read = prepared.get(text.fingerprint(), () -> read(draft, text));
        return new WorkbenchBase(policy, draft, text, read.compiled(), read.thresholds(), inForce);
    }

    private static Prepared read(PolicyDraftId draft, PackageText text) {
        return switch (PolicyPackages.read(text)) {
            case ReadOutcome.Ready(var compiled) -> new Prepared(compiled, Thresholds.of(text.model()));
            case ReadOutcome.Refused _ ->
                throw new RefusedException(Refusal.of(PolicyRefusal.DRAFT_UNREADABLE, "draft", draft.value()));
        };
    }

    /// What a kept scenario was moved in, as it was then.
    @Transactional(readOnly = true)
    public WorkbenchBase base(Scenario scenario) {
        var against = Optional.ofNullable(scenario.against())
                .flatMap(version -> policies.find(scenario.policy(), version))
                .orElse(null);
        var draft = scenario.draft();
        var pinned = scenario.pinned();
        if (draft != null && pinned != null) {
            return base(scenario.policy(), draft, pinned, against);
        }
        var version = policies.find(scenario.policy(), scenario.version()).orElseThrow(FirmSnapshots::notFound);
        return base(version);
    }

    /// @throws RefusedException when a figure is none of this policy, or cannot be moved so far
    @Transactional(readOnly = true)
    public WorkbenchResult run(Actor actor, Supposition asked) {
        var base = base(actor, asked.policy(), asked.draft()).orElseThrow(FirmSnapshots::notFound);
        return run(actor, base, asked.snapshot(), asked.figures());
    }

    /// The numbers of a kept scenario; the same each time.
    @Transactional(readOnly = true)
    public WorkbenchResult run(Actor actor, Scenario scenario) {
        return run(actor, base(scenario), scenario.snapshot(), scenario.figures());
    }

    private WorkbenchResult run(
            Actor actor, WorkbenchBase base, FirmSnapshotId id, SortedMap<String, FactValue> figures) {
        var snapshot = snapshots.open(actor, id).orElseThrow(FirmSnapshots::notFound);
        var others = others(snapshot);
        var unmoved = snapshot.sweep(base.compiled());
        var before = snapshot.sweep(base.against()).result(base.policy().value());
        long start = System.nanoTime();
        var moved = moved(base, figures);
        var after = moved.isEmpty()
                ? unmoved.result(base.policy().value())
                : snapshot.sweep(key(base, moved), () -> compiled(base, moved), unmoved)
                        .result(base.policy().value());
        var counted = new WorkbenchResult.Counted(before, after, Difference.between(before, after));
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new WorkbenchResult(base, snapshot, moved, counted, others, took);
    }

    /// What changes if one condition fell away (取消一项条件).
    @Transactional(readOnly = true)
    public Optional<Difference> without(WorkbenchResult result, String condition) {
        var moved = result.moved().isEmpty() ? result.base().compiled() : compiled(result.base(), result.moved());
        var key = key(result.base(), result.moved());
        var snapshot = result.snapshot();
        var now = snapshot.sweep(
                key + " now", () -> moved, snapshot.sweep(result.base().compiled()));
        return WithoutCondition.of(moved.policy(), condition).map(less -> {
            var policy = result.base().policy().value();
            var lifted =
                    snapshot.sweep(key + " without " + condition, () -> new CompiledPolicy(less, moved.model()), now);
            return Difference.between(now.result(policy), lifted.result(policy));
        });
    }

    /// All policies that can grant on the snapshot's day, counted once for it.
    private Sweep others(OpenSnapshot snapshot) {
        var inForce = policies.list().stream().map(PublishedPolicy::compiled).toList();
        var key = inForce.stream()
                .map(CompiledPolicy::policy)
                .map(PolicyPackage::fingerprint)
                .collect(Collectors.joining(" "));
        return snapshot.sweepAll(key, inForce);
    }

    private static SortedMap<String, FactValue> moved(WorkbenchBase base, SortedMap<String, FactValue> figures) {
        var moved = new TreeMap<String, FactValue>();
        figures.forEach((name, value) -> {
            var threshold = base.threshold(name)
                    .orElseThrow(() -> new RefusedException(Refusal.of(PolicyRefusal.FIGURE_UNKNOWN, "figure", name)));
            if (!MovedFigure.isPossible(threshold, value)) {
                throw wrong(name, value);
            }
            if (!MovedFigure.isSame(threshold.value(), value)) {
                moved.put(name, value);
            }
        });
        return moved;
    }

    /// Everything but the model stays: a figure stands nowhere else.
    private static CompiledPolicy compiled(WorkbenchBase base, SortedMap<String, FactValue> moved) {
        var problems = new Problems();
        return DmnModel.compile(Thresholds.moved(base.text().model(), moved), problems)
                .map(model -> new CompiledPolicy(base.compiled().policy(), model))
                .orElseThrow(() -> {
                    var first = moved.firstEntry();
                    return wrong(first.getKey(), first.getValue());
                });
    }

    private static RefusedException wrong(String name, FactValue value) {
        return new RefusedException(
                new Refusal(PolicyRefusal.FIGURE_WRONG, Map.of("figure", name, "value", value.text())));
    }

    private static String key(WorkbenchBase base, SortedMap<String, FactValue> moved) {
        return moved.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue().text())
                .collect(Collectors.joining(" ", base.compiled().policy().fingerprint() + " moved ", ""));
    }
}
