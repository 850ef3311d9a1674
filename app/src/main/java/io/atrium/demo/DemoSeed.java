// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.company.Companies;
import io.atrium.company.FactSource;
import io.atrium.company.ImportOutcome;
import io.atrium.company.ImportRegistry;
import io.atrium.company.RecordFacts;
import io.atrium.company.RecordOutcome;
import io.atrium.compute.Pools;
import io.atrium.compute.RegisterPool;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.InventedBody;
import io.atrium.demo.community.InventedFact;
import io.atrium.demo.community.InventedPerson;
import io.atrium.demo.community.InventedProvider;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.identity.Actors;
import io.atrium.identity.AddMember;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyKeepers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Fills an empty house with the invented community (虚构社区). Every part is found again when it is there already, so a
/// seeding that was cut off is simply run again.
@Component
public class DemoSeed {

    /// The community of all demos; its generator's documentation shows what comes of it.
    public static final long SEED = 20_261_122;

    private static final int FIRMS_WITH_PAPERS = 2;
    private static final RequestKey REGISTRY_KEY = new RequestKey("demo-registry-" + SEED);
    private static final RequestKey REPORTS_KEY = new RequestKey("demo-reports-" + SEED);

    private final Organisations organisations;
    private final Actors actors;
    private final Companies companies;
    private final Pools pools;
    private final DemoPapers papers;
    private final DemoLeases leases;
    private final DemoApplications demoApplications;
    private final DemoAppeals demoAppeals;
    private final DemoPastOrders demoPastOrders;
    private final DemoStewards demoStewards;
    private final DemoPacks demoPacks;
    private final DemoPremises demoPremises;
    private final Policies policies;
    private final PolicyKeepers keepers;
    private final AtriumSettings settings;

    DemoSeed(
            Organisations organisations,
            Actors actors,
            Companies companies,
            Pools pools,
            DemoPapers papers,
            DemoLeases leases,
            DemoApplications demoApplications,
            DemoAppeals demoAppeals,
            DemoPastOrders demoPastOrders,
            DemoStewards demoStewards,
            DemoPacks demoPacks,
            DemoPremises demoPremises,
            Policies policies,
            PolicyKeepers keepers,
            AtriumSettings settings) {
        this.organisations = organisations;
        this.actors = actors;
        this.companies = companies;
        this.pools = pools;
        this.papers = papers;
        this.leases = leases;
        this.demoApplications = demoApplications;
        this.demoAppeals = demoAppeals;
        this.demoPastOrders = demoPastOrders;
        this.demoStewards = demoStewards;
        this.demoPacks = demoPacks;
        this.demoPremises = demoPremises;
        this.policies = policies;
        this.keepers = keepers;
        this.settings = settings;
    }

    public void run() {
        var community = Community.generate(SEED);
        var places = new HashMap<String, OrgId>();
        community.bodies().forEach(body -> places.put(body.key(), register(body)));
        community.providers().forEach(provider -> places.put("provider-" + provider.number(), register(provider)));
        var operator = operator(community, places);
        leases.lay(operator, community.providers());
        importFirms(community, places, operator);
        recordReports(community, places, operator);
        var people = new HashMap<String, Actor>();
        community.people().forEach(person -> people.put(person.login(), member(person, places)));
        layPapers(people, places);
        assignPolicies(operator, places);
        layApplications(people);
        demoAppeals.lay(people, places);
        demoPastOrders.lay(Objects.requireNonNull(people.get("steward1")), community.firms());
        demoStewards.lay(people);
        demoPacks.lay(people, places);
        demoPremises.lay(people, places);
    }

    /// One firm is coached, one has to complete, one was paid.
    private void layApplications(Map<String, Actor> people) {
        var officer = Objects.requireNonNull(people.get("officer.industry"));
        var steward = Objects.requireNonNull(people.get("steward1"));
        for (var course : DemoApplications.Course.values()) {
            int number = course.ordinal() + 1;
            var owner = Objects.requireNonNull(people.get("firm" + number));
            demoApplications.lay(new DemoApplications.Cast(owner, officer, steward), number, course);
        }
    }

    /// Every policy of the demo is kept by one department, so that its officers can write new versions.
    private void assignPolicies(Actor operator, Map<String, OrgId> places) {
        policies.list().forEach(policy -> keepers.assign(operator, policy.id(), place(places, "department-industry")));
    }

    private OrgId register(InventedBody body) {
        return organisations.register(
                new RegisterOrganisation(OrgKind.valueOf(body.kind().name()), body.name(), body.nameEn(), null));
    }

    private OrgId register(InventedProvider provider) {
        var organisation = organisations.register(
                new RegisterOrganisation(OrgKind.PROVIDER, provider.name(), provider.nameEn(), provider.unifiedCode()));
        provider.pools()
                .forEach(pool -> pools.register(new RegisterPool(
                        pool.code(),
                        organisation,
                        pool.model(),
                        pool.memoryGib(),
                        pool.domestic(),
                        pool.nodes(),
                        pool.gpusPerNode(),
                        new Fen(pool.priceFenPerGpuHour()),
                        new Shape(
                                new GpuShare(pool.sharesPerGpu()),
                                new PerGpu(pool.cpusPerGpu(), pool.memoryGibPerGpu()),
                                new Link(pool.linkGbps())))));
        return organisation;
    }

    /// The person in whose name the registry's delivery is taken in.
    private Actor operator(Community community, Map<String, OrgId> places) {
        var person = community.people().stream()
                .filter(one -> one.roles().contains(Role.OPERATOR.name()))
                .findFirst()
                .orElseThrow();
        var id = addMember(person, places);
        return actors.find(id, place(places, person.organisation())).orElseThrow();
    }

    private void importFirms(Community community, Map<String, OrgId> places, Actor operator) {
        var delivery = new ImportRegistry(REGISTRY_KEY, operator, "registry.csv", RegistryCsv.write(community.firms()));
        if (companies.importRegistry(delivery) instanceof ImportOutcome.Rejected rejected) {
            throw new IllegalStateException("the invented registry was rejected: " + rejected.report());
        }
        community
                .firms()
                .forEach(firm -> organisations
                        .findByCode(firm.unifiedCode())
                        .ifPresent(organisation -> places.put("firm-" + firm.number(), organisation.id())));
    }

    /// What the firms told by themselves, beside what the registry knows.
    private void recordReports(Community community, Map<String, OrgId> places, Actor operator) {
        var entries = community.firms().stream()
                .flatMap(firm ->
                        firm.reported().stream().map(fact -> entry(place(places, "firm-" + firm.number()), fact)))
                .toList();
        var reports =
                new RecordFacts(REPORTS_KEY, operator, FactSource.SELF_REPORT, null, Community.REGISTRY_DATE, entries);
        if (companies.recordFacts(reports) instanceof RecordOutcome.Refused refused) {
            throw new IllegalStateException("the invented reports were refused: " + refused);
        }
    }

    private static RecordFacts.Entry entry(OrgId firm, InventedFact fact) {
        return new RecordFacts.Entry(firm, fact.key(), fact.year(), fact.value(), null);
    }

    private PersonId addMember(InventedPerson person, Map<String, OrgId> places) {
        var organisation = place(places, person.organisation());
        var roles = person.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
        return organisations.addMember(
                new AddMember(organisation, person.login(), person.name(), settings.demoPassword(), roles, true));
    }

    private Actor member(InventedPerson person, Map<String, OrgId> places) {
        return actors.find(addMember(person, places), place(places, person.organisation()))
                .orElseThrow();
    }

    private void layPapers(Map<String, Actor> people, Map<String, OrgId> places) {
        for (int firm = 1; firm <= FIRMS_WITH_PAPERS; firm++) {
            var owner = Objects.requireNonNull(people.get("firm" + firm));
            var officer = Objects.requireNonNull(people.get("officer.science"));
            papers.lay(new DemoPapers.Cast(owner, officer, place(places, "bank-lanyu")), firm);
        }
    }

    private static OrgId place(Map<String, OrgId> places, String key) {
        return Objects.requireNonNull(places.get(key), () -> "the community has no organisation " + key);
    }
}
