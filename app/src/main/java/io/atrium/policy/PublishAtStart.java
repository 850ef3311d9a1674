// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.problem.Problem;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Publishes the packages when Atrium starts, gives each automatic policy its budget, and decides all firms again when
/// a version is new. Runs before the demo fills itself.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublishAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PublishAtStart.class);

    private final PackageSource source;
    private final Policies policies;
    private final PolicyBudgets budgets;
    private final Entitlements entitlements;

    PublishAtStart(PackageSource source, Policies policies, PolicyBudgets budgets, Entitlements entitlements) {
        this.source = source;
        this.policies = policies;
        this.budgets = budgets;
        this.entitlements = entitlements;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var packages = source.read();
        var report = source.isForeign() ? policies.publishForeign(packages) : policies.publish(packages);
        report.refused().forEach(PublishAtStart::tell);
        report.kept().forEach(kept -> LOG.warn("{} has decided firms and was edited since: raise its version", kept));
        budgets.appropriateAll();
        if (!report.changed().isEmpty()) {
            var answers = entitlements.decideAll("policies-published");
            LOG.info(
                    "{} policies published, {} answers changed",
                    report.changed().size(),
                    answers);
        }
    }

    /// Beside the first requests: the first changed fact of the day does not wait for forty models.
    @EventListener
    void prepare(ApplicationReadyEvent started) {
        Thread.ofVirtual()
                .name("policies-prepared")
                .start(() -> policies.list()
                        .forEach(policy -> policy.compiled().model().prepare()));
    }

    private static void tell(PublishReport.RefusedPackage refused) {
        var problems = refused.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n  "));
        LOG.error("policy package {} is not published:\n  {}", refused.name(), problems);
    }
}
