// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.FactCatalogue;
import io.atrium.company.Stage;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-2")
@Tag("ADM-3")
class CodeTablePagesTest {

    private static final String FIELDS = "/code-tables/business-fields";

    @Autowired
    House house;

    @Autowired
    FactCatalogue catalogue;

    @Autowired
    BusinessClock clock;

    private Resident author;
    private Resident reviewer;
    private Browser writing;

    @BeforeEach
    void people() {
        author = house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR);
        reviewer = house.operator();
        writing = house.browser(author);
    }

    @Test
    void aSecondPersonPublishesAndFormsAndDeliveriesFollow() {
        var draft = newDraft(FIELDS);
        var changed = put(draft, Map.of("code", "robotics_test", "zh", "测试机器人", "en", "Test robotics"));
        assertThat(changed.text()).contains("新增“测试机器人”", "使用企业（家）：0 → 0");
        assertThat(offered("测试机器人")).isFalse();
        publish(changed);
        assertThat(offered("测试机器人")).isTrue();

        var ending = put(
                newDraft(FIELDS),
                Map.of(
                        "code",
                        "robotics_test",
                        "zh",
                        "测试机器人",
                        "en",
                        "Test robotics",
                        "lastDay",
                        clock.today().minusDays(1).toString()));
        assertThat(ending.text()).contains("之后不能再选");
        publish(ending);
        assertThat(offered("测试机器人")).isFalse();
        assertThat(catalogue.find("business_fields").orElseThrow().valueNamed("robotics_test"))
                .isPresent();
        var page = house.browser(author).get(FIELDS);
        assertThat(page.text()).contains("已停用", "历次版本", "以此版本新建草稿");
        goBackToWhatWasShipped();
    }

    /// A rollback is a new version; what is listed since is ended in it, never deleted.
    private void goBackToWhatWasShipped() {
        var copied = writing.submit(writing.get(FIELDS), "form:has(input[name=from])", Map.of());
        assertThat(copied.text()).contains("以第", "版为底稿");
        assertThat(writing.get(copied.path() + "?against=0").text()).contains("新增“测试机器人”");
        writing.submit(copied, "form[action$=/discard]", Map.of());
    }

    @Test
    void figuresShowHowManyFirmsChangeAndCountFromTheirDay() {
        var draft = newDraft("/code-tables/firm-stages");
        var changed = put(draft, Map.of("code", "GROWTH", "number", "6"));
        assertThat(changed.text()).contains("成长期：5 → 6", "处于该阶段的企业（家）");
        var registered = clock.today().minusYears(5).minusDays(1);
        assertThat(catalogue.stageBounds().stage(registered, clock.today())).isEqualTo(Stage.GROWTH);
        publish(changed);
        assertThat(catalogue.stageBounds().stage(registered, clock.today())).isEqualTo(Stage.START_UP);
        publish(put(newDraft("/code-tables/firm-stages"), Map.of("code", "GROWTH", "number", "5")));
        assertThat(catalogue.stageBounds().stage(registered, clock.today())).isEqualTo(Stage.GROWTH);
    }

    @Test
    void theExportedFileComesInAgainAndAWrongOneSaysWhichEntry() {
        var draft = newDraft("/code-tables/districts");
        var file = writing.get(draft.path() + "/export?format=csv");
        assertThat(file.text()).contains("徐汇区", "Xuhui");
        var good = "代码,中文,英文,最后可选日\n测试区,测试区,Test district,2099-12-31\n";
        var taken = writing.upload(
                draft, "form[action$=/file]", "file", "districts.csv", good.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.text()).contains("新增“测试区”", "将停用");
        var bad = "代码,中文,英文\n徐汇区,黄浦区,Xuhui\n";
        var refused = writing.upload(
                taken, "form[action$=/file]", "file", "districts.csv", bad.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("“徐汇区”：名称与另一条目相同");
        var empty = put(refused, Map.of("code", "新区", "zh", "", "en", "New"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("请填写中文和英文名称");
        writing.submit(writing.get(draft.path()), "form[action$=/discard]", Map.of());
    }

    @Test
    void tablesAreToldInBothLanguagesAndToNobodyElse() {
        assertThat(house.browser(author).get("/code-tables").text()).contains("代码表", "行政区", "事实时效", "发展阶段");
        assertThat(house.browser(author)
                        .in("en")
                        .get("/code-tables/fact-staleness")
                        .text())
                .contains("Stale after (months)", "Employees");
        for (var other : List.of(house.firmOwner(), house.officer(), house.auditor())) {
            assertThat(house.browser(other).get("/code-tables").status()).isEqualTo(403);
            assertThat(house.browser(other)
                            .get("/code-table-versions/ver_absent")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(house.browser(author).get("/code-tables/absent").status()).isEqualTo(404);
        assertThat(house.browser(author).get("/code-table-versions/ver_absent").status())
                .isEqualTo(404);
    }

    private boolean offered(String word) {
        return catalogue.find("business_fields").orElseThrow().choiceNamed(word).isPresent();
    }

    private Browser.Page newDraft(String table) {
        return writing.submit(writing.get(table), "form[action$=/drafts]", Map.of());
    }

    private Browser.Page put(Browser.Page draft, Map<String, String> answers) {
        return writing.submit(draft, "form[action$=/entries]", answers);
    }

    private void publish(Browser.Page draft) {
        writing.submit(draft, "form[action$=/review]", Map.of());
        var reading = house.browser(reviewer);
        var published = reading.submit(
                reading.get(draft.path()),
                "form[action$=/publication]",
                Map.of("effectiveOn", clock.today().toString()));
        assertThat(published.text()).contains("已发布");
    }
}
