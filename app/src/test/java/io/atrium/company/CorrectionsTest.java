// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class CorrectionsTest {
    private static final Community COMMUNITY = Community.generate(8);
    private static final byte[] PDF = "%PDF-1.7 proof".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Companies companies;

    @Autowired
    Corrections corrections;

    @Autowired
    BusinessClock clock;

    @Autowired
    House house;

    private Resident officer;

    @BeforeEach
    void someOfficer() {
        officer = house.officer();
    }

    @Test
    @Tag("CO-3")
    void keepsTheOldValueUntilAnOfficerAccepts() {
        var firm = moveIn(661);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        var old = cell(owner, "从业人数");
        var asked = ask(owner, "employees", "47");
        assertThat(asked.text()).contains("更正申请已提出", "待决定", "社区运营中心", "5 个工作日", old.split(" ")[0]);
        assertThat(cell(owner, "从业人数")).as("still the old value").isEqualTo(old);
        assertThat(house.browser(officer).get("/").text()).contains("申请更正“从业人数”");

        var desk = house.browser(officer);
        var page = desk.get(asked.path());
        assertThat(page.document().select("a[href^=/files/]").text()).contains("proof.pdf");
        var done = desk.submit(page, "form[action$=/decision]", Map.of("decision", "accept"));
        assertThat(done.text()).contains("已更正，新内容即刻生效", old.split(" ")[0]);
        assertThat(cell(owner, "从业人数")).isEqualTo("47 人");
        var row = owner.get("/company").document().select("tr:has(th:contains(从业人数))");
        assertThat(row.text()).contains("工作人员录入");
        assertThat(row.select("a[href^=/files/]")).as("the proof").isNotEmpty();
    }

    @Test
    @Tag("CO-3")
    void refusesOnlyWithAReasonThatTheFirmReads() {
        var owner = house.browser(house.member(moveIn(662), Role.FIRM_OWNER));
        var asked = ask(owner, "employees", "48");
        var desk = house.browser(officer);
        var silent = desk.submit(desk.get(asked.path()), "form[action$=/decision]", Map.of("decision", "refuse"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("理由缺失或过长");
        desk.submit(silent, "form[action$=/decision]", Map.of("decision", "refuse", "reason", "凭据没有盖章"));
        assertThat(owner.get(asked.path()).text()).contains("未更正", "凭据没有盖章");
        assertThat(owner.get("/").text()).contains("更正未被接受：从业人数");
        var again = ask(owner, "employees", "48");
        assertThat(again.text()).as("may ask anew").contains("更正申请已提出");
    }

    @Test
    @Tag("CO-3")
    void letsTheFirmWithdraw() {
        var owner = house.browser(house.member(moveIn(663), Role.FIRM_OWNER));
        var asked = ask(owner, "rd_staff", "20");
        var gone = owner.submit(asked, "form[action$=/withdrawal]", Map.of());
        assertThat(gone.text()).contains("更正申请已撤回", "已撤回");
        var late = house.browser(officer);
        assertThat(late.get(asked.path()).document().select("form[action$=/decision]"))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var owner = house.browser(house.member(moveIn(664), Role.FIRM_OWNER));
        var form = owner.get("/corrections/new?fact=employees");
        var bare = owner.submit(form, ".atrium-form", Map.of("value", "47", "reason", "登记有误"));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.text()).contains("缺少凭据");
        assertThat(bare.document().select("#field-value").val()).isEqualTo("47");
        var filled = fill(bare, "47");
        var script =
                owner.upload(filled, ".atrium-form", "evidence", "x.pdf", "<script>".getBytes(StandardCharsets.UTF_8));
        assertThat(script.text()).contains("凭据格式不支持");
        var unreadable = owner.upload(fill(script, "viele"), ".atrium-form", "evidence", "x.pdf", PDF);
        assertThat(unreadable.text()).contains("内容无法识别");
        assertThat(owner.get("/corrections/new?fact=rd_share&year=2025").status())
                .isEqualTo(404);
        assertThat(owner.get("/corrections/new?fact=revenue").status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-3")
    void ofTwoCorrectionsOfOneFactOneWins() {
        var firm = moveIn(665);
        var owner = house.member(firm, Role.FIRM_OWNER);
        var finance = house.member(firm, Role.FIRM_FINANCE);
        var first = CompletableFuture.supplyAsync(() -> corrections.request(request(owner, "51")));
        var second = CompletableFuture.supplyAsync(() -> corrections.request(request(finance, "52")));
        var outcomes = List.of(first.join(), second.join());
        assertThat(outcomes)
                .filteredOn(CorrectionOutcome.Done.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(CorrectionOutcome.Refused.class::isInstance)
                .extracting(outcome -> ((CorrectionOutcome.Refused) outcome).code())
                .containsExactly(CompanyRefusal.CORRECTION_ALREADY_OPEN);
    }

    @Test
    void theFirstDecisionStands() {
        var owner = house.member(moveIn(666), Role.FIRM_OWNER);
        var id = ((CorrectionOutcome.Done) corrections.request(request(owner, "53"))).id();
        var one = CompletableFuture.supplyAsync(() -> corrections.decide(decide(officer, id, true)));
        var other = CompletableFuture.supplyAsync(() -> corrections.decide(decide(house.operator(), id, false)));
        assertThat(List.of(one.join(), other.join()))
                .filteredOn(CorrectionOutcome.Refused.class::isInstance)
                .extracting(outcome -> ((CorrectionOutcome.Refused) outcome).code())
                .containsExactly(CompanyRefusal.CORRECTION_ALREADY_DECIDED);
    }

    @Test
    void keepsAStrangersCorrectionsApart() {
        var owner = house.member(moveIn(667), Role.FIRM_OWNER);
        var id = ((CorrectionOutcome.Done) corrections.request(request(owner, "54"))).id();
        var other = house.member(moveIn(668), Role.FIRM_OWNER);
        var stranger = house.browser(other);
        assertThat(stranger.get("/corrections/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/corrections/cor_nothing").status()).isEqualTo(404);
        assertThat(stranger.get("/corrections").text()).doesNotContain("54");
        var api = house.api(other);
        assertThat(api.post("/api/v1/corrections/" + id + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/corrections/" + id).status()).isEqualTo(404);
        assertThat(api.post("/api/v1/corrections/" + id + "/decision", Map.of("accept", true))
                        .status())
                .isEqualTo(403);
        assertThat(house.browser(house.provider()).get("/corrections").status()).isEqualTo(403);
    }

    @Test
    void worksByTheApiToo() {
        var firm = moveIn(669);
        var api = house.api(house.member(firm, Role.FIRM_OWNER));
        var body = Map.of(
                "fact",
                "employees",
                "value",
                "61",
                "reason",
                "新设团队",
                "since",
                clock.today().toString(),
                "files",
                List.of(Map.of("name", "a.pdf", "media_type", "application/pdf", "content", PDF)));
        var asked = api.post("/api/v1/corrections", body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.body().at("/state").asString()).isEqualTo("open");
        var again = api.post("/api/v1/corrections", body);
        assertThat(again.status()).isEqualTo(409);
        var path = "/api/v1/corrections/" + asked.body().at("/id").asString();
        var done = house.api(officer).post(path + "/decision", Map.of("accept", true));
        assertThat(done.body().at("/state").asString()).isEqualTo("accepted");
        assertThat(api.get("/api/v1/corrections").body().at("/items/0/fact").asString())
                .isEqualTo("employees");
    }

    private static String cell(Browser browser, String fact) {
        var row = browser.get("/company").document().select("tr:has(th:contains(" + fact + ")) td");
        return row.eachText().getFirst();
    }

    private static Browser.Page ask(Browser owner, String fact, String value) {
        var form = owner.get("/corrections/new?fact=" + fact);
        return owner.upload(fill(form, value), ".atrium-form", "evidence", "proof.pdf", PDF);
    }

    private static Browser.Page fill(Browser.Page page, String value) {
        page.document().select("#field-value").val(value);
        page.document().select("#field-reason").val("登记有误");
        return page;
    }

    private RequestCorrection request(Resident by, String value) {
        var statement = new RequestCorrection.Statement("employees", null, value, clock.today(), "登记有误");
        var uploads = List.of(new Upload("proof.pdf", "application/pdf", PDF));
        return new RequestCorrection(key(), by.actor(), statement, uploads, List.of());
    }

    private static DecideCorrection decide(Resident by, CorrectionId id, boolean accepts) {
        return new DecideCorrection(key(), by.actor(), id, accepts, "看过凭据");
    }

    private static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    private OrgId moveIn(int newcomer) {
        var outcome = (ImportOutcome.Imported) companies.importRegistry(new ImportRegistry(
                new RequestKey("corrections-move-in-" + newcomer),
                house.operator().actor(),
                "registry.csv",
                RegistryCsv.write(List.of(COMMUNITY.newcomer(newcomer)))));
        return Objects.requireNonNull(outcome.report().rows().getFirst().firm());
    }
}
