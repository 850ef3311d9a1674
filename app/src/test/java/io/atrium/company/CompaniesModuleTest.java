// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.company.ImportReport.RowResult;
import io.atrium.company.RecordFacts.Entry;
import io.atrium.company.events.CompanyFactsChanged;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@AtriumTest
@RecordApplicationEvents
class CompaniesModuleTest {
    private static final Community COMMUNITY = Community.generate(7);

    @Autowired
    Companies companies;

    @Autowired
    Organisations organisations;

    @Autowired
    House house;

    @Autowired
    BusinessClock businessClock;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationEvents events;

    private Resident operator;

    @BeforeEach
    void someOperator() {
        operator = house.operator();
    }

    @Test
    void takesInAWholeCommunityAndGivesTheSameResultForTheSameFile() {
        var file = RegistryCsv.write(COMMUNITY.firms());
        var first = take("community", file);
        assertThat(first).isInstanceOf(ImportOutcome.Imported.class);
        assertThat(first.report().rows()).hasSize(Community.FIRMS);
        assertThat(first.report().problems()).isEmpty();
        var again = take("community-again", file);
        assertThat(again).isEqualTo(first);
        assertThat(companies.ids()).hasSizeGreaterThanOrEqualTo(Community.FIRMS);
    }

    @Test
    void tellsOthersOnceWhoChanged() {
        var file = RegistryCsv.write(List.of(COMMUNITY.newcomer(501), COMMUNITY.newcomer(502)));
        var imported = take("event", file);
        assertThat(events.stream(CompanyFactsChanged.class)).singleElement().satisfies(event -> {
            assertThat(event.firms()).hasSize(2);
            assertThat(event.cause()).isEqualTo(imported.id().value());
            assertThat(event.facts())
                    .as("with the quotient that is made of two others")
                    .contains("employees", "rd_spend", "rd_share")
                    .doesNotContain("compute_contract_amount");
        });
        take("event-again", file);
        assertThat(events.stream(CompanyFactsChanged.class)).hasSize(1);
    }

    @Test
    void resolvesFactsWithTheirSource() {
        var firm = moveIn(503);
        var facts = companies.facts(firm, businessClock.today(), clock.instant());
        var expected = COMMUNITY.newcomer(503);
        assertThat(value(facts, "in_community").value()).isEqualTo(true);
        assertThat(value(facts, "revenue").value())
                .isEqualTo(new BigDecimal(expected.registryValue("revenue_2025").orElseThrow()));
        assertThat(value(facts, "revenue").validFrom()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(value(facts, "employees").source()).isEqualTo("REGISTRY");
        assertThat(value(facts, "employees").sourceDate()).isEqualTo(Community.REGISTRY_DATE);
        assertThat(value(facts, "rd_share").source()).isEqualTo("DERIVED");
        assertThat(facts.values()).doesNotContainKey("compute_contract_amount");
    }

    @Test
    void importsNothingWhenOneRowIsWrong() {
        var good = new String(
                RegistryCsv.write(List.of(COMMUNITY.newcomer(504), COMMUNITY.newcomer(505))), StandardCharsets.UTF_8);
        var code = COMMUNITY.newcomer(505).unifiedCode();
        var wrong = good.replace(code, code.substring(0, 17) + (code.endsWith("0") ? "1" : "0"));
        var outcome = take("rejected", wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(ImportOutcome.Rejected.class);
        assertThat(outcome.report().problems())
                .extracting(ImportReport.Problem::code)
                .containsExactly(ImportProblem.CODE_CHECK_CHARACTER);
        assertThat(outcome.report().rows())
                .extracting(ImportReport.Row::result)
                .containsExactly(RowResult.NOT_IMPORTED, RowResult.FAULTY);
        assertThat(organisations.findByCode(COMMUNITY.newcomer(504).unifiedCode()))
                .isEmpty();
        assertThat(take("rejected-again", wrong.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(outcome);
        assertThat(companies.findImport(new Scope.All(), outcome.id()))
                .hasValueSatisfying(view -> assertThat(view.imported()).isFalse());
    }

    @Test
    void refusesTheCodeOfAProvider() {
        var newcomer = COMMUNITY.newcomer(506);
        organisations.register(
                new RegisterOrganisation(OrgKind.PROVIDER, "某算力服务", "Some provider", newcomer.unifiedCode()));
        var outcome = take("provider", RegistryCsv.write(List.of(newcomer)));
        assertThat(outcome.report().problems())
                .extracting(ImportReport.Problem::code)
                .containsExactly(ImportProblem.CODE_OF_ANOTHER_KIND);
    }

    @Test
    void answersARepeatedKeyWithTheSameOutcomeAndRefusesAnotherFileUnderIt() {
        var file = RegistryCsv.write(List.of(COMMUNITY.newcomer(507)));
        var first = take("repeated", file);
        assertThat(take("repeated", file)).isEqualTo(first);
        assertThatThrownBy(() -> take("repeated", RegistryCsv.write(List.of(COMMUNITY.newcomer(508)))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(CommonRefusal.REQUEST_KEY_REUSED));
    }

    @Test
    void takesOneOfTwoDeliveriesThatArriveTogether() throws Exception {
        var file = RegistryCsv.write(List.of(COMMUNITY.newcomer(514), COMMUNITY.newcomer(515)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = threads.invokeAll(List.of(() -> take("together-1", file), () -> take("together-2", file)));
            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }
        assertThat(companies.count(
                        new Scope.All(),
                        new CompanyFilter(COMMUNITY.newcomer(514).unifiedCode(), null, null)))
                .isEqualTo(1);
    }

    @Test
    void remembersWhatWasKnownBefore() {
        var firm = moveIn(509);
        var before = clock.instant();
        var today = businessClock.today();
        var recorded = record("later", new Entry(firm, "employees", null, "99", null));
        assertThat(recorded).isEqualTo(new RecordOutcome.Recorded(1, 0));
        assertThat(value(companies.facts(firm, today, clock.instant()), "employees")
                        .value())
                .isEqualTo(new BigDecimal(99));
        assertThat(value(companies.facts(firm, today, before), "employees").value())
                .isEqualTo(new BigDecimal(
                        COMMUNITY.newcomer(509).registryValue("employees").orElseThrow()));
        assertThat(value(companies.facts(firm, today.minusDays(1), clock.instant()), "employees")
                        .value())
                .isEqualTo(new BigDecimal(
                        COMMUNITY.newcomer(509).registryValue("employees").orElseThrow()));
        assertThat(record("later-again", new Entry(firm, "employees", null, "99", null)))
                .isEqualTo(new RecordOutcome.Recorded(0, 1));
    }

    @Test
    void refusesFactsInAFixedOrder() {
        var firm = moveIn(510);
        assertThat(refusal(new Entry(new OrgId("org_nobody"), "x", 1, "", null)))
                .isEqualTo(CompanyRefusal.COMPANY_UNKNOWN);
        assertThat(refusal(new Entry(firm, "x", null, "", null))).isEqualTo(CompanyRefusal.FACT_UNKNOWN);
        assertThat(refusal(new Entry(firm, "rd_share", 2025, "1", null))).isEqualTo(CompanyRefusal.FACT_DERIVED);
        assertThat(refusal(new Entry(firm, "revenue", null, "x", null))).isEqualTo(CompanyRefusal.FACT_YEAR_WRONG);
        assertThat(refusal(new Entry(firm, "revenue", 2025, "x", "fil_none")))
                .isEqualTo(CompanyRefusal.FACT_UNREADABLE);
        assertThat(refusal(new Entry(firm, "revenue", 2025, "1", "fil_none")))
                .isEqualTo(CompanyRefusal.EVIDENCE_UNKNOWN);
        var twice = new Entry(firm, "employees", null, "1", null);
        assertThat(((RecordOutcome.Refused) record("twice", twice, twice)).code())
                .isEqualTo(CompanyRefusal.FACT_DOUBLED);
    }

    @Test
    void letsAFirmSeeItsOwnFileOnly() {
        var mine = house.member(moveIn(511), Role.FIRM_OWNER).actor();
        var other = moveIn(512);
        var today = businessClock.today();
        assertThat(companies.file(mine, mine.organisation(), today, clock.instant()))
                .hasValueSatisfying(file -> {
                    assertThat(file.facts())
                            .extracting(line -> line.definition().key())
                            .contains("revenue", "rd_share");
                    assertThat(file.missing()).extracting(FactDefinition::key).contains("corpus_via_exchange");
                });
        assertThat(companies.file(mine, other, today, clock.instant())).isEmpty();
        assertThat(companies.list(mine.scope(Permission.READ_COMPANY), CompanyFilter.ALL, 1, 200))
                .extracting(CompanyView::id)
                .containsExactly(mine.organisation());
        assertThatThrownBy(() -> companies.importRegistry(
                        new ImportRegistry(new RequestKey("not-allowed"), mine, "x.csv", new byte[] {1})))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void findsFirmsByNameCodeAndDistrict() {
        moveIn(513);
        var newcomer = COMMUNITY.newcomer(513);
        var all = new Scope.All();
        assertThat(companies.list(all, new CompanyFilter(newcomer.name().substring(0, 3), "徐汇区", true), 1, 20))
                .extracting(CompanyView::unifiedCode)
                .contains(newcomer.unifiedCode());
        assertThat(companies.count(all, new CompanyFilter(newcomer.unifiedCode(), null, null)))
                .isEqualTo(1);
        assertThat(companies.count(all, new CompanyFilter("100%_", null, null))).isZero();
        assertThat(companies.count(new Scope.None(), CompanyFilter.ALL)).isZero();
    }

    private OrgId moveIn(int newcomer) {
        var imported = take("move-in-" + newcomer, RegistryCsv.write(List.of(COMMUNITY.newcomer(newcomer))));
        return Objects.requireNonNull(imported.report().rows().getFirst().firm());
    }

    private ImportOutcome take(String key, byte[] file) {
        return companies.importRegistry(
                new ImportRegistry(new RequestKey("test-import-" + key), operator.actor(), "registry.csv", file));
    }

    private RecordOutcome record(String key, Entry... entries) {
        return companies.recordFacts(new RecordFacts(
                new RequestKey("test-record-" + key),
                operator.actor(),
                FactSource.OFFICER,
                null,
                businessClock.today(),
                List.of(entries)));
    }

    private CompanyRefusal refusal(Entry entry) {
        return ((RecordOutcome.Refused) record("refused-" + entry.hashCode(), entry)).code();
    }

    private static FactValue value(FactSnapshot facts, String key) {
        return Objects.requireNonNull(facts.values().get(key), key);
    }
}
