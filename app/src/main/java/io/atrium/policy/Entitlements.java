// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.FirmFacts;
import io.atrium.policy.domain.SameAnswer;
import io.atrium.policy.store.DecisionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What firms are entitled to (我能享受什么). Every current policy is decided for a firm at once, and the answer is kept
/// with the version, the facts and the day; a later answer never rewrites an earlier one.
@Component
public class Entitlements {

    private final Policies policies;
    private final Companies companies;
    private final DecisionStore store;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;
    private final Ids ids;

    Entitlements(
            Policies policies,
            Companies companies,
            DecisionStore store,
            BusinessClock businessClock,
            InstantSource systemClock,
            Ids ids) {
        this.policies = policies;
        this.companies = companies;
        this.store = store;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.ids = ids;
    }

    /// Decides every current policy for these firms and keeps what is new; returns how many answers changed.
    @Transactional
    public int decide(Collection<OrgId> firms, String cause) {
        return decide(firms, _ -> true, cause);
    }

    /// After new facts: only the policies that read one of them are decided again, and those that a firm was never told
    /// of.
    @Transactional
    public int decideAfter(Set<String> changed, Collection<OrgId> firms, String cause) {
        return decide(firms, policy -> policy.reads(changed), cause);
    }

    private int decide(Collection<OrgId> firms, Predicate<PublishedPolicy> concerned, String cause) {
        var published = new Published(policies.list(), policies.kept());
        var moment = new Moment(businessClock.today(), systemClock.instant(), cause);
        var changed = new ArrayList<StoredDecision>();
        for (var firm : store.lock(firms)) {
            changed.addAll(changedAnswers(firm, published, concerned, moment));
        }
        store.replace(changed);
        return changed.size();
    }

    /// Decides all firms, after a new policy version or a new day.
    @Transactional
    public int decideAll(String cause) {
        policies.chooseVersions();
        return decide(companies.ids(), cause);
    }

    /// Decides one policy for all firms, after a new version of it.
    @Transactional
    public int decidePolicy(PolicyId policy, String cause) {
        policies.chooseVersions();
        return decide(companies.ids(), published -> published.id().equals(policy), cause);
    }

    /// The current answers for a firm, in the order of their groups. A firm that was never decided is decided now.
    @Transactional
    public List<Entitlement> list(Scope scope, OrgId firm) {
        var known = store.current(scope, firm);
        if (known.isEmpty() && scope.sees(firm) && decide(List.of(firm), "first-look") > 0) {
            known = store.current(scope, firm);
        }
        return known.stream()
                .map(this::entitlement)
                .sorted(Comparator.comparing(Entitlement::group)
                        .thenComparing(e -> e.policy().id().value()))
                .toList();
    }

    @Transactional
    public Optional<Entitlement> find(Scope scope, OrgId firm, PolicyId policy) {
        return list(scope, firm).stream()
                .filter(found -> found.policy().id().equals(policy))
                .findFirst();
    }

    /// Every answer that a policy ever gave a firm, newest first.
    @Transactional(readOnly = true)
    public List<Entitlement> history(Scope scope, OrgId firm, PolicyId policy) {
        return store.history(scope, firm, policy).stream()
                .map(this::entitlement)
                .toList();
    }

    /// Every answer that a firm was given by whatever policy, newest first.
    @Transactional(readOnly = true)
    public List<Entitlement> recent(Scope scope, OrgId firm, int limit) {
        return store.recent(scope, firm, limit).stream().map(this::entitlement).toList();
    }

    private record Moment(LocalDate today, Instant knownAt, String cause) {}

    /// The versions that hold, and those that are kept for some firms.
    private record Published(List<PublishedPolicy> current, Map<PolicyId, PublishedPolicy> kept) {

        Stream<PublishedPolicy> versionsFor(FactSet facts, LocalDate today) {
            return current.stream().map(policy -> {
                var older = kept.get(policy.id());
                return older != null && older.header().isInForce(today, facts) ? older : policy;
            });
        }
    }

    private List<StoredDecision> changedAnswers(
            OrgId firm, Published published, Predicate<PublishedPolicy> concerned, Moment moment) {
        var facts = FirmFacts.of(companies.facts(firm, moment.today(), moment.knownAt()));
        var earlier = earlierAnswers(firm);
        return published
                .versionsFor(facts, moment.today())
                .filter(policy -> concerned.test(policy) || !isAnsweredBy(policy, earlier))
                .map(policy -> policy.compiled().decide(facts, moment.today()))
                .filter(decision -> !SameAnswer.test(earlier.get(decision.policy()), decision))
                .map(decision -> stored(firm, decision, moment))
                .toList();
    }

    private static boolean isAnsweredBy(PublishedPolicy policy, Map<String, Decision> earlier) {
        var answer = earlier.get(policy.id().value());
        return answer != null && answer.version().equals(policy.version());
    }

    private Map<String, Decision> earlierAnswers(OrgId firm) {
        return store.current(new Scope.All(), firm).stream()
                .map(StoredDecision::decision)
                .collect(Collectors.toMap(Decision::policy, Function.identity()));
    }

    private StoredDecision stored(OrgId firm, Decision decision, Moment moment) {
        return new StoredDecision(
                new DecisionId(ids.next(DecisionId.PREFIX)),
                firm,
                new PolicyId(decision.policy()),
                moment.knownAt(),
                moment.cause(),
                decision);
    }

    private Entitlement entitlement(StoredDecision stored) {
        var version = stored.decision().version();
        return new Entitlement(stored, policies.find(stored.policy(), version).orElseThrow());
    }
}
