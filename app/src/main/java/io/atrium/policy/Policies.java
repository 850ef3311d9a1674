// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.isolated.IsolatedCheck;
import io.atrium.engine.decision.isolated.TrialLimits;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.store.VersionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The catalogue of policies (政策库): what is published, in which version, ready to decide.
@Component
public class Policies {

    private final VersionStore store;
    private final BusinessClock clock;
    private final Map<String, CompiledPolicy> compiled = new ConcurrentHashMap<>();
    private final Map<Version, PublishedPolicy> decided = new ConcurrentHashMap<>();

    private record Version(PolicyId policy, String version) {}

    Policies(VersionStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The current version of every policy, by id.
    @Transactional(readOnly = true)
    public List<PublishedPolicy> list() {
        return store.current().stream().map(this::ready).toList();
    }

    @Transactional(readOnly = true)
    public Optional<PublishedPolicy> find(PolicyId policy) {
        return store.versions(policy).stream()
                .filter(PolicyVersionView::isCurrent)
                .findFirst()
                .map(this::ready);
    }

    /// A certain version, as a kept decision needs it. What has decided never changes, so it is read once.
    @Transactional(readOnly = true)
    public Optional<PublishedPolicy> find(PolicyId policy, String version) {
        var key = new Version(policy, version);
        var known = decided.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = store.find(policy, version).map(this::ready);
        if (found.isPresent() && store.hasDecided(policy, version)) {
            decided.put(key, found.get());
        }
        return found;
    }

    @Transactional(readOnly = true)
    public List<PolicyVersionView> versions(PolicyId policy) {
        return store.versions(policy);
    }

    /// Publishes packages, each whole or not at all. What is published already and unchanged costs nothing; a version
    /// that has decided something is kept as it is, even if its package was edited since.
    @Transactional
    public PublishReport publish(Map<String, PackageText> packages) {
        return publish(packages, PolicyPackages::check);
    }

    /// The same for packages from outside, which are tried in a process of their own before anything of them runs here.
    @Transactional
    public PublishReport publishForeign(Map<String, PackageText> packages) {
        return publish(packages, new IsolatedCheck(TrialLimits.STANDARD)::check);
    }

    private PublishReport publish(Map<String, PackageText> packages, Function<PackageText, ReadOutcome> check) {
        var report = new PublishReport(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var known = store.all().stream().map(PolicyVersionView::fingerprint).collect(Collectors.toSet());
        packages.forEach((name, text) -> {
            if (!known.contains(text.fingerprint())) {
                publish(name, text, check.apply(text), report);
            }
        });
        chooseVersions();
        return report;
    }

    /// Makes those versions the current ones that hold today; a new day may bring another.
    @Transactional
    public void chooseVersions() {
        var today = clock.today();
        byPolicy().forEach((policy, versions) -> {
            var chosen = versions.size() == 1
                    ? versions.getFirst().version()
                    : VersionChoice.on(today, versions.stream().map(this::ready).toList())
                            .version();
            if (versions.stream()
                    .noneMatch(
                            version -> version.isCurrent() && version.version().equals(chosen))) {
                store.makeCurrent(policy, chosen);
            }
        });
    }

    /// Versions that are over, and are kept for firms that have something already (过渡安排), by policy.
    @Transactional(readOnly = true)
    public Map<PolicyId, PublishedPolicy> kept() {
        return byPolicy().values().stream()
                .filter(versions -> versions.size() > 1)
                .flatMap(List::stream)
                .filter(version -> !version.isCurrent())
                .map(this::ready)
                .filter(version -> version.header().keptFor() != null)
                .collect(Collectors.toMap(PublishedPolicy::id, Function.identity(), (_, newer) -> newer));
    }

    private Map<PolicyId, List<PolicyVersionView>> byPolicy() {
        return store.all().stream().collect(Collectors.groupingBy(PolicyVersionView::policy));
    }

    private void publish(String name, PackageText text, ReadOutcome outcome, PublishReport report) {
        switch (outcome) {
            case ReadOutcome.Refused refused ->
                report.refused().add(new PublishReport.RefusedPackage(name, refused.problems()));
            case ReadOutcome.Ready ready -> publish(ready.policy(), text, report);
        }
    }

    private void publish(CompiledPolicy policy, PackageText text, PublishReport report) {
        var id = new PolicyId(policy.policy().header().id());
        var version = policy.policy().header().version();
        var same = store.find(id, version);
        if (same.isPresent() && !same.get().fingerprint().equals(text.fingerprint()) && store.hasDecided(id, version)) {
            report.kept().add(id + " " + version);
            return;
        }
        store.publish(id, version, text, clock.instant());
        report.changed().add(id);
    }

    /// A version word for word, as it was published.
    @Transactional(readOnly = true)
    public Optional<PackageText> text(PolicyId policy, String version) {
        return store.find(policy, version).map(found -> store.text(found.policy(), found.version()));
    }

    private PublishedPolicy ready(PolicyVersionView version) {
        var policy = compiled.computeIfAbsent(version.fingerprint(), _ -> compile(version));
        return new PublishedPolicy(version.policy(), version.version(), version.publishedAt(), policy);
    }

    private CompiledPolicy compile(PolicyVersionView version) {
        return switch (PolicyPackages.readProven(store.text(version.policy(), version.version()))) {
            case ReadOutcome.Ready ready -> ready.policy();
            case ReadOutcome.Refused refused ->
                throw new IllegalStateException("published policy no longer reads: " + refused.problems());
        };
    }
}
