// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.atrium.company.AddCertificate;
import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateOutcome;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.company.Companies;
import io.atrium.company.ConsentOutcome;
import io.atrium.company.Consents;
import io.atrium.company.CorrectionOutcome;
import io.atrium.company.Corrections;
import io.atrium.company.GrantConsent;
import io.atrium.company.ImportRegistry;
import io.atrium.company.RequestCorrection;
import io.atrium.company.Upload;
import io.atrium.compute.BillId;
import io.atrium.compute.BilledJobs;
import io.atrium.compute.Bills;
import io.atrium.compute.JobState;
import io.atrium.compute.RegisterPool;
import io.atrium.compute.Yard;
import io.atrium.compute.credit.Months;
import io.atrium.demo.DemoSeed;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.identity.Delegate;
import io.atrium.identity.Delegations;
import io.atrium.identity.Invitations;
import io.atrium.identity.Invite;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyKeepers;
import io.atrium.premises.AddBuilding;
import io.atrium.premises.AddFloor;
import io.atrium.premises.AddRoom;
import io.atrium.premises.Buildings;
import io.atrium.premises.Occupancies;
import io.atrium.premises.SeatFirm;
import io.atrium.testing.Api;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.PaymentMode;
import io.atrium.web.operation.OperationResult;
import io.atrium.web.operation.Operations;
import io.atrium.web.operation.StartOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;

/// A first firm with something of everything, and for each path variable an id of it and one that does not exist. Names
/// of
/// variables are paths without the API's prefix, as in `Route#variables`.
@TestComponent
class Samples {

    private static final int NEWCOMER = 781;
    private static final Pattern DECISION = Pattern.compile("/decisions/([a-z]{3}_[0-9a-z]+)");

    private static final Pattern COMMENT = Pattern.compile("/comments/([a-z]{3}_[0-9a-z]+)/");

    /// @param isOwned belongs to the firm, so that others must not find it; what is not owned is for everybody
    record Sample(String there, String absent, boolean isOwned) {}

    private final House house;
    private final Companies companies;
    private final Yard yard;
    private final Bills bills;
    private final BilledJobs billedJobs;
    private final Months months;
    private final Corrections corrections;
    private final Invitations invitations;
    private final Delegations delegations;
    private final Certificates certificates;
    private final Consents consents;
    private final Operations operations;
    private final BusinessClock clock;
    private final PolicyKeepers keepers;
    private final Buildings buildings;
    private final Occupancies occupancies;
    private final Map<String, Sample> samples = new HashMap<>();

    Samples(
            House house,
            Companies companies,
            Yard yard,
            Bills bills,
            BilledJobs billedJobs,
            Months months,
            Corrections corrections,
            Invitations invitations,
            Delegations delegations,
            Certificates certificates,
            Consents consents,
            Operations operations,
            BusinessClock clock,
            PolicyKeepers keepers,
            Buildings buildings,
            Occupancies occupancies) {
        this.buildings = buildings;
        this.occupancies = occupancies;
        this.clock = clock;
        this.keepers = keepers;
        this.operations = operations;
        this.certificates = certificates;
        this.consents = consents;
        this.corrections = corrections;
        this.invitations = invitations;
        this.delegations = delegations;
        this.house = house;
        this.companies = companies;
        this.yard = yard;
        this.bills = bills;
        this.billedJobs = billedJobs;
        this.months = months;
    }

    boolean knows(String variable) {
        return all().containsKey(variable);
    }

    boolean isOwned(String variable) {
        return sample(variable).isOwned();
    }

    UnaryOperator<String> there() {
        return variable -> sample(variable).there();
    }

    UnaryOperator<String> absent() {
        return variable -> sample(variable).absent();
    }

    /// The answer without what tells the two requests apart: the id asked for, references, tokens, keys, time of day.
    String anonymous(String body) {
        var text = body;
        for (var sample : all().values()) {
            if (sample.isOwned()) {
                text = text.replace(sample.there(), "ID").replace(sample.absent(), "ID");
            }
        }
        return text.replaceAll("(ref|key|req)_[0-9a-z]+", "REFERENCE")
                .replaceAll("<(input type=\"hidden\"|meta name=\"atrium-csrf\")[^>]*>", "")
                .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "TIME");
    }

    private Sample sample(String variable) {
        return Objects.requireNonNull(all().get(variable), variable);
    }

    private synchronized Map<String, Sample> all() {
        if (samples.isEmpty()) {
            forEverybody();
            ofTheFirm();
        }
        return samples;
    }

    private void forEverybody() {
        open("/policies/{policy}", "demo-compute-voucher");
        open("/policies/{policy}/versions/{version}", "1");
        open("/policy-drafts/{id}", "pdr_00000000000000000000000000");
        open("/policy-drafts/{id}/tables/{decision}", "eligible");
        open("/entitlements/{policy}", "demo-compute-voucher");
        open("/companies/{firm}/entitlements/{policy}", "demo-compute-voucher");
        open("/problems/{code}", "NOT_FOUND");
        open("/check/{code}", "0000-0000-0000");
        open("/sheet-checks/{code}", "0000-0000-0000");
        open("/join/{secret}", "no-such-secret");
        open("/recovery/{secret}", "no-such-secret");
        open("/company/facts/{fact}", "employees");
        open("/calendars/{year}", "2026");
        open("/calendar-versions/{id}", "cal_00000000000000000000000000");
        open("/code-tables/{name}", "districts");
        open("/code-table-versions/{id}", "ver_00000000000000000000000000");
        open("/statements/{month}", "2026-10");
        open("/background-work/tasks/{name}", "no-such-task");
        open("/background-work/tasks/{name}/{instance}", "no-such-instance");
        open("/background-work/events/{id}", "00000000-0000-0000-0000-000000000000");
        open("/consented-firms/{firm}", "org_00000000000000000000000000");
        open("/assets/{hash}", "000000000000");
        open("/assets/{hash}/{name}", "atrium.css");
        open("/provider-joinings/new/pools/{number}", "1");
        open("/provider-joinings/new/prices/{number}", "1");
        open("/appeal-rules/routes/{category}", "SPACE");
        open("/appeal-meetings/{id}", "apm_00000000000000000000000000");
        open("/appeal-meetings/{id}/cases/{appeal}", "apl_00000000000000000000000000");
        open("/appeal-meetings/{id}/cases/{appeal}/{act}", "plan");
        open("/appeals/imports/{key}", "form-00000000000000000000000000");
        open("/appeal-findings/{id}", "fnd_00000000000000000000000000");
        open("/practice-notes/{id}", "pnt_00000000000000000000000000");
        open("/appeals/{id}/{act}", "notes");
        open("/ledger/accounts/{asset}", "CNY_FEN");
        open("/ledger/accounts/{asset}/{kind}", "voucher");
        open("/ledger/accounts/{asset}/{kind}/{owner}/{role}", "balance");
    }

    private void ofTheFirm() {
        var operator = house.operator();
        var firm = moveIn(operator, NEWCOMER);
        var owner = house.member(firm, Role.FIRM_OWNER);
        owned("/companies/{firm}", firm.value());
        owned("/organisations/{organisation}", firm.value());
        var delivery = companies
                .listImports(operator.actor().scope(Permission.IMPORT_REGISTRY))
                .getFirst();
        owned("/registry-imports/{id}", delivery.id().value());
        owned("/files/{id}", String.valueOf(delivery.file()));
        owned("/tokens/{id}", text(house.api(owner).get("/api/v1/tokens"), "/items/0/id"));
        owned("/member-tokens/{id}", text(house.api(owner).get("/api/v1/tokens"), "/items/0/id"));
        grantOf(owner);
        jobOf(owner);
        peopleOf(owner);
        correctionOf(owner);
        papersOf(owner);
        harvested(owner, "/inbox/{id}", "/inbox");
        sheetOf(owner);
        applicationOf(owner);
        harvested(owner, "/account/sessions/{id}", "/account");
        feedbackOf(owner);
        simulationOf(house.officer());
        joiningOf(house.provider());
        visitsOf(firm);
        webhookOf(owner);
        appealOf(owner);
        roomsOf(operator, owner);
    }

    /// A room that the firm sits in, and that it means to leave.
    private void roomsOf(Resident operator, Resident owner) {
        owned("/firms/{firm}", owner.organisation().value());
        var actor = operator.actor();
        var building = buildings.add(actor, new AddBuilding(Yard.key(), "样本楼", "样本路"));
        open("/buildings/{id}", building.value());
        buildings.addFloor(actor, new AddFloor(Yard.key(), building, 1));
        var room = buildings.addRoom(actor, new AddRoom(Yard.key(), building, 1, "101", BigDecimal.TEN, 4));
        owned("/rooms/{id}", room.value());
        occupancies.seat(actor, new SeatFirm(Yard.key(), room, owner.organisation(), clock.today()));
        var move = house.api(owner)
                .post(
                        "/api/v1/moves",
                        Map.of(
                                "kind",
                                "OUT",
                                "building",
                                building.value(),
                                "rooms",
                                List.of(room.value()),
                                "wanted_on",
                                clock.today().toString(),
                                "contact",
                                "样本"));
        owned("/moves/{id}", text(move, "/id"));
        owned("/move-steps/{id}", text(move, "/steps/0/id"));
        owned("/moves/{id}/papers/{file}", "fil_00000000000000000000000000");
    }

    private void appealOf(Resident owner) {
        var browser = house.browser(owner);
        var form = browser.get("/appeals/new");
        var answers = Map.of("words", "样本诉求", "category", "OTHER");
        var raised = browser.submit(form, "form[action='/appeals']", answers);
        owned("/appeals/{id}", raised.path().substring("/appeals/".length()));
        owned("/appeals/{id}/files/{file}", "fil_00000000000000000000000000");
    }

    /// A planned visit, one that took place, and a service pack.
    private void visitsOf(OrgId firm) {
        owned("/my-firms/{firm}", firm.value());
        var steward = house.api(house.resident(OrgKind.COMMUNITY, Role.STEWARD));
        var today = clock.today().toString();
        var plan = steward.post("/api/v1/visit-plans", Map.of("firm", firm.value(), "day", today, "purpose", "样本"));
        owned("/visit-plans/{id}", text(plan, "/id"));
        var note = Map.of("firm", firm.value(), "visited_on", today, "met", "样本", "said", "样本");
        owned("/visits/{id}", text(steward.post("/api/v1/visits", note), "/id"));
        var promise =
                Map.of("words", "样本", "unit", house.officer().organisation().value(), "due_on", today);
        var pack = steward.post(
                "/api/v1/service-packs",
                Map.of("firm", firm.value(), "title", "样本", "reason", "样本", "lines", List.of(promise)));
        owned("/service-packs/{id}", text(pack, "/pack/id"));
        owned("/service-items/{id}", text(pack, "/pack/items/0/id"));
    }

    /// An endpoint that agreed, with a test event.
    private void webhookOf(Resident owner) {
        var endpoint = agreeing();
        var url = "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/";
        var api = house.api(owner);
        var asked = Map.of("url", url, "types", List.of("atrium.notice.voucher.v1"));
        var webhook = text(api.post("/api/v1/webhooks", asked), "/id");
        api.send(api.request("/api/v1/webhooks/" + webhook + "/agreement").PUT(HttpRequest.BodyPublishers.noBody()));
        api.post("/api/v1/webhooks/" + webhook + "/tests", Map.of());
        endpoint.stop(0);
        var events = api.get("/api/v1/webhooks/" + webhook + "/deliveries");
        owned("/webhooks/{id}", webhook);
        owned("/webhooks/{id}/deliveries/{delivery}", text(events, "/items/0/id"));
    }

    private static HttpServer agreeing() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A department's own: other departments must not find it either.
    private void simulationOf(Resident officer) {
        var taken = house.api(officer).post("/api/v1/policy-snapshots", Map.of("name", "样本"));
        var snapshot = text(taken, "/id");
        owned("/policy-snapshots/{id}", snapshot);
        var browser = house.browser(officer);
        var form = browser.get("/policy-scenarios/new?source=demo-compute-voucher&v-rate=20&snapshot=" + snapshot);
        var kept = browser.submit(form, "form[action=/policy-scenarios]", Map.of("name", "样本"));
        owned("/policy-scenarios/{id}", kept.path().substring("/policy-scenarios/".length()));
    }

    private void feedbackOf(Resident owner) {
        var browser = house.browser(owner);
        var sent = browser.submit(browser.get("/feedback"), "form[action=/feedback]", Map.of("message", "看不懂这一页"));
        owned("/feedback/{id}", sent.path().substring("/feedback/".length()));
    }

    private void peopleOf(Resident owner) {
        var firm = owner.organisation();
        owned(
                "/organisations/{organisation}/members/{person}",
                owner.actor().person().value());
        owned("/admin/people/{person}", owner.actor().person().value());
        owned("/operations/{id}", operationOf(owner));
        var invited = (Invitations.Outcome.Invited)
                invitations.invite(owner.actor(), new Invite(firm, "受邀人员", Set.of(Role.FIRM_ENGINEER)));
        owned("/organisations/{organisation}/invitations/{id}", invited.id());
        var helper = house.resident(OrgKind.FIRM, Role.FIRM_ENGINEER);
        var delegated = (Delegations.Outcome.Delegated) delegations.delegate(
                owner.actor(),
                Yard.key(),
                new Delegate(
                        helper.login(),
                        Set.of(Permission.READ_JOB),
                        delegations.today().plusDays(5)));
        owned("/delegations/{id}", delegated.id());
    }

    private String operationOf(Resident owner) {
        var title = new StartOperation.Title("web.operation.export", "web.gallery.jobs");
        var start = new StartOperation(owner.actor(), "/sample", title, List.of("web.operation.stage.rows"), true);
        return operations
                .start(start, _ -> new OperationResult.Page("/jobs"))
                .id()
                .value();
    }

    private void correctionOf(Resident owner) {
        var statement = new RequestCorrection.Statement(
                "employees", null, "41", delegations.today().minusDays(1), "人数有误");
        var proof = new Upload("proof.pdf", "application/pdf", "%PDF-1.4 proof".getBytes(StandardCharsets.UTF_8));
        var outcome = corrections.request(
                new RequestCorrection(Yard.key(), owner.actor(), statement, List.of(proof), List.of()));
        if (!(outcome instanceof CorrectionOutcome.Done done)) {
            throw new AssertionError(outcome);
        }
        owned("/corrections/{id}", done.id().value());
    }

    private void papersOf(Resident owner) {
        var day = delegations.today();
        var details = new CertificateView.Details(
                CertificateKind.PATENT, "ZL 2026 1 0000000.0", "国家知识产权局", day.minusDays(9), day.plusDays(900));
        var paper = new Upload("patent.pdf", "application/pdf", "%PDF-1.4 patent".getBytes(StandardCharsets.UTF_8));
        var added = (CertificateOutcome.Done)
                certificates.add(new AddCertificate(Yard.key(), owner.actor(), details, paper));
        owned("/company/certificates/{id}", added.id().value());
        owned("/certificates/{id}", added.id().value());
        var bank = house.resident(OrgKind.BANK, Role.BANK_STAFF).organisation();
        var given = (ConsentOutcome.Done) consents.grant(new GrantConsent(
                Yard.key(),
                owner.actor(),
                bank,
                List.of("identity"),
                "授信审查",
                clock.today().plusDays(90)));
        owned("/company/consents/{id}", given.id().value());
        owned("/consents/{id}", given.id().value());
    }

    /// A draft with a steward's comment, not shared any more.
    private void applicationOf(Resident owner) {
        var policy = "demo-training-voucher";
        keepers.assign(
                house.operator().actor(), new PolicyId(policy), house.officer().organisation());
        var draft = text(house.api(owner).post("/api/v1/applications", Map.of("policy", policy)), "/id");
        var browser = house.browser(owner);
        var page = browser.submit(browser.get("/applications/" + draft), "form[action$=/sharing]", Map.of());
        var steward = house.browser(house.resident(OrgKind.COMMUNITY, Role.STEWARD));
        steward.submit(
                steward.get("/applications/" + draft),
                "form[action$=/comments]",
                Map.of("item", "whole", "text", "请核对"));
        browser.submit(page, "form[action$=/sharing]", Map.of());
        owned("/applications/{application}", draft);
        var comment =
                COMMENT.matcher(browser.get("/applications/" + draft).document().outerHtml());
        if (!comment.find()) {
            throw new AssertionError("no comment on " + draft);
        }
        owned("/applications/{application}/comments/{comment}", comment.group(1));
    }

    private void sheetOf(Resident owner) {
        var entitlement = "/entitlements/demo-compute-voucher";
        var browser = house.browser(owner);
        var page = browser.get(entitlement);
        browser.submit(page, "form[action$=/sheet]", Map.of());
        harvested(owner, "/sheets/{id}", "/sheets");
        var decision = DECISION.matcher(page.document().outerHtml());
        if (!decision.find()) {
            throw new AssertionError("no decision on " + entitlement);
        }
        owned("/entitlements/{policy}/decisions/{decision}", decision.group(1));
        owned("/companies/{firm}/entitlements/{policy}/decisions/{decision}", decision.group(1));
    }

    /// The first id that the owner's own page leads to.
    private void harvested(Resident owner, String variable, String page) {
        var pattern = Pattern.compile(Pattern.quote(variable.substring(0, variable.indexOf('{'))) + "([0-9a-z_-]{8,})");
        var found = pattern.matcher(house.walker(owner).get(page).body());
        if (!found.find()) {
            throw new AssertionError("the owner has no " + variable + " on " + page);
        }
        owned(variable, found.group(1));
    }

    private OrgId moveIn(Resident operator, int newcomer) {
        var delivery =
                RegistryCsv.write(List.of(Community.generate(DemoSeed.SEED).newcomer(newcomer)));
        var outcome =
                companies.importRegistry(new ImportRegistry(Yard.key(), operator.actor(), "registry.csv", delivery));
        return Objects.requireNonNull(outcome.report().rows().getFirst().firm());
    }

    private void grantOf(Resident owner) {
        var officer = house.api(house.officer());
        var list = list(officer, house.api(owner));
        officer.post("/api/v1/grant-lists/" + list + "/confirmation", Map.of());
        owned("/grants/{grant}", text(house.api(owner).get("/api/v1/grants"), "/items/0/id"));
        var neighbour = house.member(moveIn(house.operator(), NEWCOMER + 1), Role.FIRM_OWNER);
        owned("/grant-lists/{list}", list(officer, house.api(neighbour)));
    }

    /// A list that is not public yet, with this firm on it.
    private static String list(Api officer, Api firm) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> firm.get("/api/v1/entitlements").text().contains("AUTOMATIC"));
        return text(officer.post("/api/v1/grant-lists", Map.of("policy", "demo-compute-voucher")), "/id");
    }

    private void jobOf(Resident owner) {
        var voucher = yard.voucher(owner.organisation(), 1_000_000).value();
        owned("/vouchers/{id}", voucher);
        owned("/ledger/accounts/{asset}/{kind}/{owner}", voucher);
        var pool = yard.pool(8);
        poolOf(pool);
        var wish = house.api(owner).post("/api/v1/quota-requests", Map.of("gpus", 2_000, "reason", "训练"));
        owned("/quota-requests/{id}", text(wish, "/id"));
        var job = yard.submit(owner, Yard.command(pool, 8, "true"));
        owned("/jobs/{id}", job.value());
        yard.until(job, JobState.SETTLED);
        billOf(owner, pool, bills.ofJob(new Scope.All(), job).orElseThrow().id().value());
    }

    /// A bill with a dispute, and a correction of the price that it was computed with.
    private void billOf(Resident owner, RegisterPool pool, String bill) {
        owned("/bills/{id}", bill);
        var raised =
                house.api(owner).post("/api/v1/bills/" + bill + "/disputes", Map.of("about", "TIME", "reason", "卡时不对"));
        owned("/bill-disputes/{id}", text(raised, "/id"));
        var today = clock.today().toString();
        var proposed = house.api(house.member(pool.provider(), Role.PROVIDER_STAFF))
                .post(
                        "/api/v1/price-corrections",
                        Map.of(
                                "pool",
                                pool.id(),
                                "wrong_price",
                                pool.pricePerGpuHour().toString(),
                                "right_price",
                                "1.00",
                                "first_day",
                                today,
                                "last_day",
                                today,
                                "reason",
                                "录入错误"));
        owned("/price-corrections/{id}", text(proposed, "/correction/id"));
        leaseOf(owner, pool);
        redemptionOf(owner, creditBillOf(owner, pool));
    }

    /// A monthly bill with its payment, and a budget.
    ///
    /// @return a bill of a job that is paid so
    private BillId creditBillOf(Resident owner, RegisterPool pool) {
        var ofJob = billedJobs.of(owner, pool, 8, Duration.ofMinutes(6));
        months.close(owner.organisation(), 1);
        var monthly = house.api(owner).get("/api/v1/credit-bills");
        var bill = text(monthly, "/items/0/id");
        owned("/credit-bills/{id}", bill);
        var payments = "/api/v1/credit-bills/" + bill + "/payments";
        var amount = text(monthly, "/items/0/left/amount");
        var paid = Map.of("amount", amount, "paid_on", clock.today().toString(), "bank_reference", "ICBC-1");
        house.api(house.operator()).post(payments, paid);
        owned("/credit-bills/{id}/payments/{payment}", text(house.api(owner).get(payments), "/items/0/id"));
        var wish = Map.of("limit", "100000", "at_limit", "ALERT");
        owned("/budgets/{id}", text(house.api(owner).post("/api/v1/budgets", wish), "/id"));
        return ofJob.id();
    }

    /// A bill that the firm paid half of, to be paid back by a department.
    private void redemptionOf(Resident owner, BillId bill) {
        var voucher = yard.voucher(owner.organisation(), 1_000_000, PaymentMode.PAY_THEN_REDEEM);
        var policy = text(house.api(owner).get("/api/v1/vouchers/" + voucher), "/policy");
        keepers.assign(
                house.operator().actor(), new PolicyId(policy), house.officer().organisation());
        var redeemed = house.api(owner)
                .post("/api/v1/vouchers/" + voucher + "/redemptions", Map.of("bills", List.of(bill.value())));
        owned("/redemptions/{id}", text(redeemed, "/id"));
    }

    /// A provider's application to join, not decided.
    private void joiningOf(Resident provider) {
        var pool = Map.ofEntries(
                Map.entry("id", "sample-" + provider.login()),
                Map.entry("gpu_model", "H800"),
                Map.entry("gpu_memory_gib", 80),
                Map.entry("domestic", false),
                Map.entry("nodes", 2),
                Map.entry("gpus_per_node", 8),
                Map.entry("cpus_per_node", 128),
                Map.entry("memory_gib", 2_048),
                Map.entry("region", "上海"),
                Map.entry("link_gbit", 400),
                Map.entry("price", "13.50"),
                Map.entry("from", clock.today().toString()));
        var contact = Map.of("name", "联系人", "phone", "021 5550 0100", "email", "ops@example.com", "about", "机房");
        var terms = Map.of("service_hours", "全天", "incident_contact", "值班室", "settlement_account", "测试账户");
        var sent = house.api(provider)
                .post("/api/v1/provider-joinings", Map.of("contact", contact, "pools", List.of(pool), "terms", terms));
        owned("/provider-joinings/{id}", text(sent, "/id"));
    }

    private void leaseOf(Resident owner, RegisterPool pool) {
        house.api(house.member(pool.provider(), Role.PROVIDER_STAFF))
                .post(
                        "/api/v1/pools/" + pool.id() + "/lease-prices",
                        Map.of("days_min", 1, "price_per_gpu_hour", "9.00"));
        var wish = Map.of(
                "name",
                "样本租约",
                "pool",
                pool.id(),
                "gpus",
                8,
                "starts_on",
                clock.today().toString(),
                "days",
                7,
                "purpose",
                "TRAINING",
                "affiliated",
                false);
        owned("/leases/{id}", text(house.api(owner).post("/api/v1/leases", wish), "/id"));
    }

    private void poolOf(RegisterPool pool) {
        open("/pools/{pool}", pool.id());
        owned("/provider/pools/{pool}", pool.id());
        var provider = house.api(house.member(pool.provider(), Role.PROVIDER_STAFF));
        var announced = provider.post(
                "/api/v1/pools/" + pool.id() + "/notices",
                Map.of(
                        "kind",
                        "MAINTENANCE",
                        "stops_placement",
                        false,
                        "words",
                        "检修",
                        "starts_at",
                        "2031-01-01T00:00:00Z",
                        "ends_at",
                        "2031-01-01T08:00:00Z"));
        owned("/provider/notices/{id}", text(announced, "/id"));
        owned("/pool-notices/{id}", text(announced, "/id"));
    }

    private static String text(Api.Answer answer, String pointer) {
        return answer.body().at(pointer).asString();
    }

    private void owned(String variable, String id) {
        assertThat(id).as(variable).isNotBlank();
        samples.put(variable, new Sample(id, absent(id), true));
    }

    private void open(String variable, String id) {
        samples.put(variable, new Sample(id, id, false));
    }

    /// An id of the same shape that nobody has.
    private static String absent(String id) {
        int half = id.length() / 2;
        return id.substring(0, half) + id.substring(half).replaceAll("[0-9a-z]", "0");
    }
}
