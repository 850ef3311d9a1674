// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.operation.OperationState;
import io.atrium.web.operation.Operations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A city that is no member here, handed in as a file, and simulated like the firms of the community.
@AtriumTest
class CityFileTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    FirmSnapshots snapshots;

    @Autowired
    LongSnapshots longSnapshots;

    @Autowired
    Workbench workbench;

    @Autowired
    Operations operations;

    @Autowired
    BusinessClock clock;

    private Resident officer;
    private final String name = "city " + UUID.randomUUID();

    @BeforeEach
    void thereAreFirms() {
        officer = house.officer();
        var firms = new Firms(companies, house.operator().actor());
        for (var employees : List.of("3", "5", "40")) {
            var facts = Firms.entitled();
            facts.put("employees", employees);
            firms.deliver(facts);
        }
    }

    private static RequestKey key() {
        return new RequestKey("city-" + UUID.randomUUID());
    }

    private OpenSnapshot community() {
        var done = (FirmSnapshotOutcome.Done)
                snapshots.take(officer.actor(), key(), new FirmSnapshots.Take("here " + UUID.randomUUID()));
        return snapshots.open(officer.actor(), done.snapshot()).orElseThrow();
    }

    /// The same facts as a file; who they are about is in it too, as departments keep such files.
    private static String csv(Snapshot facts) {
        var keys = facts.columns().keySet().stream()
                .filter(key -> !key.startsWith("atrium."))
                .toList();
        var lines = new StringBuilder(String.join(",", keys)).append(",remark\n");
        for (int row = 0; row < facts.rows(); row++) {
            var known = facts.factsAt(row);
            lines.append(keys.stream()
                            .map(key -> known.find(key)
                                    .map(fact -> quoted(fact.value().text()))
                                    .orElse(""))
                            .collect(Collectors.joining(",")))
                    .append(",x\n");
        }
        return lines.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private FirmSnapshotView kept(LocalDate day, String csv) throws IOException {
        var content = Files.writeString(Files.createTempFile("city", ".csv"), csv);
        var begun = longSnapshots.start(officer.actor(), key(), new FileSnapshot(name, day, "city.csv"), content);
        await().atMost(30, SECONDS)
                .until(() -> operations
                        .find(officer.actor(), begun.id())
                        .filter(operation -> operation.state() == OperationState.DONE)
                        .isPresent());
        assertThat(content).doesNotExist();
        return snapshots.list(officer.actor(), null, 1).getFirst();
    }

    private WorkbenchResult run(FirmSnapshotId snapshot) {
        return workbench.run(officer.actor(), new Supposition(DEMO, null, snapshot, new TreeMap<>()));
    }

    @Test
    void aFileOfTheSameFactsComesToTheSameFenAndGroups() throws IOException {
        var here = community();
        var city = kept(here.about().day(), csv(here.content().facts()));

        var expected = run(here.about().id());
        var found = run(city.id());

        assertThat(found.firms()).isEqualTo(expected.firms());
        assertThat(found.after()).isEqualTo(expected.after());
        FrozenFirms.GROUPS.forEach(group -> assertThat(found.groups(group)).isEqualTo(expected.groups(group)));
    }

    @Test
    void aFileThatTellsNoGroupsIsCountedAsAWhole() throws IOException {
        var city = kept(clock.today(), "abnormal_operation_list\ntrue\nfalse\n");

        assertThat(house.browser(officer)
                        .get("/policy-workbench?source=" + DEMO + "&snapshot=" + city.id())
                        .status())
                .isEqualTo(200);
        assertThat(run(city.id()).snapshot().groups()).isEmpty();
    }

    @Test
    void whoAFirmIsStaysWithTheDepartment() throws IOException {
        var here = community();
        var city = kept(here.about().day(), csv(here.content().facts()));

        var content = snapshots.open(officer.actor(), city.id()).orElseThrow().content();

        assertThat(here.content().facts().columns()).containsKeys("name", "unified_code");
        assertThat(content.facts().columns()).doesNotContainKeys("name", "unified_code", "name_en", "remark");
        assertThat(content.firms()).isEmpty();
    }

    private Browser.Page handedIn(Browser browser, String csv) {
        var page = browser.get("/policy-snapshots");
        page.document()
                .expectFirst("form[action=/policy-snapshots/files] input[name=name]")
                .val(name);
        return browser.upload(
                page, "form[action=/policy-snapshots/files]", "file", "city.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private Browser.Page ended(Browser browser, Browser.Page operation) {
        assertThat(operation.path()).startsWith("/operations/op_");
        await().atMost(30, SECONDS)
                .until(() -> browser.get(operation.path())
                        .document()
                        .select("atrium-live[data-src]")
                        .isEmpty());
        return browser.get(operation.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void anOfficerHandsInAFileAndReadsItsLines(String language) {
        var browser = house.browser(officer).in(language);
        boolean isEnglish = language.equals("en");
        var csv = csv(community().content().facts());

        var page = ended(browser, handedIn(browser, csv));

        var workbench = browser.get(
                page.document().expectFirst("a[href^=/policy-workbench]").attr("href"));
        assertThat(workbench.text()).contains(name);
        var granted = workbench.document().expectFirst("a[href*=list=granted]").attr("href");
        var list = browser.get(granted);
        assertThat(list.text()).contains(isEnglish ? "of the file" : "文件第");
        assertThat(list.document().select("main a[href^=/companies/]")).isEmpty();
        var one = browser.get("/policy-snapshots");
        assertThat(one.text()).contains(isEnglish ? "File city.csv" : "文件 city.csv");
        var about = browser.get(
                one.document().expectFirst("a:containsOwn(" + name + ")").attr("href"));
        assertThat(about.text())
                .contains(isEnglish ? "Facts in the snapshot" : "快照中的事实", isEnglish ? "Employees" : "从业人数");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, many, 第 3 行 employees 列：“many”", "en, many, 'Line 3, column employees: “many”'"})
    void aWrongCellIsNamedAndNothingIsKept(String language, String cell, String words) {
        var browser = house.browser(officer).in(language);

        var page = ended(browser, handedIn(browser, "employees\n5\n" + cell + "\n"));

        assertThat(page.text()).contains(words);
        assertThat(browser.get("/policy-snapshots").text()).doesNotContain(name);
    }

    @Test
    void aFormWithoutAFileOrWithAWrongDayComesBack() {
        var browser = house.browser(officer);
        assertThat(handedIn(browser, "").status()).isEqualTo(422);

        var page = browser.get("/policy-snapshots");
        var form = page.document().expectFirst("form[action=/policy-snapshots/files]");
        form.expectFirst("input[name=name]").val(name);
        form.expectFirst("input[name=day]").val(clock.today().plusDays(1).toString());
        var refused = browser.upload(
                page,
                "form[action=/policy-snapshots/files]",
                "file",
                "city.csv",
                "employees\n5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.text()).contains("数据截至日不可用");
    }

    @Test
    void aProgramHandsInAPackedFile() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("employees,registered_district\n5,徐汇区\n,\n".getBytes(StandardCharsets.UTF_8));
        }
        var api = house.api(officer);

        var key = "test-" + UUID.randomUUID();
        var result = made(api, handedIn(api, key, packed.toByteArray(), "application/gzip", clock.today()));
        var again = made(api, handedIn(api, key, packed.toByteArray(), "application/gzip", clock.today()));

        assertThat(again).as("the same request, its answer lost on the way").isEqualTo(result);
        var newest = api.get("/api/v1/policy-snapshots").body().path("items").get(0);
        assertThat(newest.path("firms").asInt()).isEqualTo(2);
        assertThat(newest.path("file_name").asString()).isEqualTo("firms.csv");
    }

    private static String made(Api api, Api.Answer accepted) {
        assertThat(accepted.status()).isEqualTo(202);
        var location = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(30, SECONDS)
                .until(() -> api.get(location).body().path("state").asString().equals("done"));
        return api.get(location).body().path("result").asString();
    }

    @Test
    void whoWritesNoPoliciesHandsInNothingAndSeesNothing() throws IOException {
        var city = kept(clock.today(), "employees\n5\n");
        var csv = "employees\n5\n".getBytes(StandardCharsets.UTF_8);

        assertThat(handedIn(house.api(house.firmOwner()), "test-forbidden", csv, "text/csv", clock.today())
                        .status())
                .isEqualTo(403);
        assertThat(house.browser(house.officer())
                        .get("/policy-snapshots/" + city.id())
                        .status())
                .as("another department")
                .isEqualTo(404);
    }

    @Test
    void theSameRefusedRequestTwiceIsRefusedTwice() {
        var key = key();
        var command = new FirmSnapshots.Take(" ");

        var first = snapshots.take(officer.actor(), key, command);
        var again = snapshots.take(officer.actor(), key, command);

        assertThat(first).isInstanceOf(FirmSnapshotOutcome.Refused.class);
        assertThat(again).isEqualTo(first);
    }

    private Api.Answer handedIn(Api api, String key, byte[] body, String type, LocalDate day) {
        var query = "?name=" + name.replace(' ', '+') + "&day=" + day;
        return api.send(api.request("/api/v1/policy-snapshots/files" + query)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
