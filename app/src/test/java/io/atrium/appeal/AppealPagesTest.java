// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.Office.Cast;
import io.atrium.company.Companies;
import io.atrium.company.ImportOutcome;
import io.atrium.company.ImportRegistry;
import io.atrium.company.UnifiedCode;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Appeals as people meet them: raise, see who and by when, handle, rate; in both languages.
@AtriumTest
class AppealPagesTest {

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    Appeals appeals;

    @Autowired
    Companies companies;

    @Autowired
    Organisations organisations;

    @Autowired
    BusinessClock clock;

    private static final String CODE = "91310000MA1K35KA1X";

    private Cast cast;

    @BeforeEach
    void someoneIsInCharge() {
        cast = office.cast("FILING");
    }

    @Test
    @Tag("APL-2")
    void raisingShowsNumberUnitAndTheDateInWordsAndAsADay() {
        var browser = house.browser(cast.firm());
        var form = browser.get("/appeals/new");
        assertThat(form.text()).contains("备案与合规", "5 个工作日");
        var empty = browser.submit(form, "form[action='/appeals']", Map.of("words", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("请写下诉求内容", "请选择分类");
        var sent =
                browser.submit(empty, "form[action='/appeals']", Map.of("words", "对话产品是备案还是登记？", "category", "FILING"));
        assertThat(sent.text())
                .contains("已受理，由测试组织", "最迟", "前办结答复", "最迟办结", "Q-", "对话产品是备案还是登记", "待签收", "个工作日", "测试组织", "办结答复");
        var english = house.browser(cast.firm()).in("en").get(sent.path());
        assertThat(english.text()).contains("To be signed", "working day", "Answer", "Filing and compliance");
    }

    @Test
    @Tag("APL-4")
    @Tag("APL-5")
    void theBoardHasViewsAndClocksInWordsAndColumnsOnDemand() {
        var id = office.raise(cast);
        var browser = house.browser(cast.officer());
        var board = browser.get("/appeals");
        assertThat(board.text()).contains("本单位", "今日到期", "已逾期", "待企业回应", "会议室空调坏了三天", "截止", "签收");
        assertThat(board.document().select("a[href='/appeals/" + id + "']")).isNotEmpty();
        var columns = browser.get("/appeals?layout=columns");
        assertThat(columns.document().select(".atrium-lanes__lane")).isNotEmpty();
        assertThat(browser.get("/appeals/export?format=csv").status()).isEqualTo(200);
        assertThat(browser.get("/to-dos").text()).contains("会议室空调坏了三天（签收）");
    }

    @Test
    @Tag("APL-9")
    @Tag("APL-10")
    void anOfficerSignsAsksExtendsAndAnswersAndTheFirmRates() {
        var id = office.raise(cast);
        var path = "/appeals/" + id;
        var officer = house.browser(cast.officer());
        officer.submit(officer.get(path), "form[action$='/signature']", Map.of());
        officer.submit(officer.get(path), "form[action$='/contacts']", Map.of("words", "已电话联系"));
        officer.submit(officer.get(path + "?act=notes"), "form[action$='/notes']", Map.of("words", "内部才看得到"));
        var refused =
                officer.submit(officer.get(path + "?act=answer"), "form[action$='/answer']", Map.of("words", "需要备案"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("缺少依据或下一步");
        var answered = officer.submit(refused, "form[action$='/answer']", Map.of("words", "需要备案", "basis", "暂行办法第十七条"));
        assertThat(answered.text()).contains("已答复，等待企业评价", "依据：暂行办法第十七条");

        var firm = house.browser(cast.firm());
        var seen = firm.get(path);
        assertThat(seen.text()).contains("需要备案", "按时完成").doesNotContain("内部才看得到", "内部备注");
        assertThat(firm.get("/").text()).contains("诉求已答复，请评价");
        var closed =
                firm.submit(seen, "form[action$='/verdict']", Map.of("resolved", "true", "rating", "5", "words", ""));
        assertThat(closed.text()).contains("诉求已办结", "非常满意");
        var sheet = firm.submit(closed, "form[action$='/sheet']", Map.of());
        assertThat(sheet.status()).isEqualTo(200);
    }

    @Test
    void whoeverReturnsAnAppealIsLedBackToTheBoard() {
        var path = "/appeals/" + office.raise(cast);
        var officer = house.browser(cast.officer());
        var returned = officer.submit(
                officer.get(path + "?act=return"), "form[action$='/return']", Map.of("words", "不是我们的职责"));
        assertThat(returned.status()).isEqualTo(200);
        assertThat(returned.path()).isEqualTo("/appeals");
        assertThat(returned.text()).contains("已退单");
    }

    @Test
    void aWithdrawnAppealTellsWhatWasDoneAndCallsNothingFailedOrKept() {
        var id = office.raise(cast);
        office.act(cast.firm(), Act.WITHDRAW, id);
        var shown = house.browser(cast.firm()).get("/appeals/" + id);
        assertThat(shown.text()).contains("企业撤回").doesNotContain("未通过");
        for (var limit : List.of("签收", "首次联系", "办结答复")) {
            assertThat(shown.document().select("tr:contains(" + limit + ")").text())
                    .contains("诉求已撤回，不再计时");
        }
        assertThat(appeals.count(cast.firm().actor(), AppealFilter.of(View.OPEN)))
                .isZero();
    }

    @Test
    void anotherFirmFindsNothing() {
        var id = office.raise(cast);
        var stranger = house.browser(house.firmOwner());
        assertThat(stranger.get("/appeals/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/appeals/" + id + "/files/fil_0").status()).isEqualTo(404);
        assertThat(stranger.get("/appeals/import").status()).isEqualTo(403);
        assertThat(stranger.get("/appeals/figures").status()).isEqualTo(403);
        assertThat(stranger.get("/appeal-rules/new?profile=zhuhai").status()).isEqualTo(403);
    }

    @Test
    void theApiRaisesMovesAndTellsWhatCannotBeRead() {
        var api = house.api(cast.firm());
        var raised = api.post("/api/v1/appeals", Map.of("category", "FILING", "words", "接口提出"));
        assertThat(raised.status()).isEqualTo(201);
        var id = raised.body().get("appeal").get("id").asString();
        var officer = house.api(cast.officer());
        assertThat(officer.post("/api/v1/appeals/" + id + "/signature", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(officer.post("/api/v1/appeals/" + id + "/extension", Map.of("words", "x", "until", "soon"))
                        .status())
                .isEqualTo(400);
        assertThat(officer.post("/api/v1/appeals/" + id + "/nonsense", Map.of()).status())
                .isEqualTo(404);
        assertThat(house.api(house.firmOwner()).get("/api/v1/appeals/" + id).status())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/appeals?view=UNIT").text()).contains(id);
    }

    @Test
    void aStewardNotesANeedForAFirmAndTheFirmIsTold() {
        var browser = house.browser(office.steward());
        var form = browser.get("/appeals/new?firm=" + cast.firm().organisation());
        var wrong = browser.submit(
                form,
                "form[action='/appeals']",
                Map.of("firm", "没有这家企业", "channel", "VISIT", "words", "走访", "category", "FILING"));
        assertThat(wrong.text()).contains("没有找到唯一的企业");
        var sent = browser.submit(
                wrong,
                "form[action='/appeals']",
                Map.of(
                        "firm",
                        cast.firm().organisation().value(),
                        "channel",
                        "VISIT",
                        "words",
                        "走访时提出要备案辅导",
                        "category",
                        "FILING"));
        assertThat(sent.path()).startsWith("/appeals/apl_");
        assertThat(sent.text()).contains("走访记录");
        assertThat(house.browser(cast.firm()).get("/inbox").text()).contains("已为您登记诉求");
    }

    @Test
    void whoeverWritesTheRulesSeesWhatChangesBeforeItIsPublished() {
        var browser = house.browser(cast.operator());
        assertThat(browser.get("/appeal-rules").text())
                .contains("上海12345", "珠海“124”", "谁来办", "据汇总资料，未逐件核对原文")
                .doesNotContain("[S2]");
        var draft = browser.get("/appeal-rules/new?profile=zhuhai");
        var wrong = browser.submit(draft, "form[action$='/check']", Map.of("SIGN", "soon"));
        assertThat(wrong.text()).contains("请填写 1 到 999 的整数");
        var check = browser.submit(wrong, "form[action$='/check']", Map.of("SIGN", "2"));
        assertThat(check.text()).contains("1 个工作小时", "2 个工作日", "改后到期");
    }

    @Test
    @Tag("APL-13")
    void theRatesLeadToTheListsTheyCount() {
        office.answered(cast);
        var browser = house.browser(cast.officer());
        var page = browser.get("/appeals/figures");
        assertThat(page.text()).contains("响应率", "解决率", "满意率", "统计口径", "备案与合规");
        var link =
                page.document().select("a[href*='figure=TAKEN_IN']").getFirst().attr("href");
        assertThat(browser.get(link).text()).contains("以下是统计口径");
    }

    @Test
    void theRatesAreBrokenDownByBuildingAndByTheDistrictOfTheFirm() {
        var steward = office.steward();
        var code = UnifiedCode.withCheckCharacter("91310105MA0000018").value();
        var delivery =
                "unified_code,name,organisation_type,registered_on,registered_city,registered_district,source_date\n"
                        + code + ",长宁的企业,企业,2020-05-06,上海市,长宁区,2026-03-01\n";
        var outcome = companies.importRegistry(new ImportRegistry(
                Office.key(), house.operator().actor(), "registry.csv", delivery.getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome).isInstanceOf(ImportOutcome.Imported.class);
        var firm = Objects.requireNonNull(
                ((ImportOutcome.Imported) outcome).report().rows().getFirst().firm());
        appeals.raise(
                steward.actor(),
                new RaiseAppeal(
                        Office.key(),
                        firm,
                        AppealChannel.PHONE,
                        "SPACE",
                        Urgency.NORMAL,
                        "",
                        "九号楼大堂漏雨。",
                        false,
                        "",
                        "９号楼 3 层",
                        null,
                        null,
                        List.of()));
        var browser = house.browser(steward);
        for (var group : Map.of("BUILDING", "9号楼", "DISTRICT", "长宁区").entrySet()) {
            var page = browser.get("/appeals/figures?by=" + group.getKey());
            var line = page.document().select("tbody tr:contains(" + group.getValue() + ")");
            assertThat(line).as(group.getKey()).hasSize(1);
            var list = browser.get(
                    line.select("a[href*='figure=TAKEN_IN']").getFirst().attr("href"));
            assertThat(list.text()).contains("九号楼大堂漏雨").doesNotContain("会议室空调坏了三天");
        }
        assertThat(browser.get("/appeals/figures?by=UNIT").text()).contains("测试组织");
        assertThat(browser.get("/appeals/figures?by=DISTRICT").text()).contains("企业所在区未知");
        assertThat(browser.in("en").get("/appeals/figures?by=DISTRICT").text()).contains("Changning");
    }

    @Test
    void ordersOfTheHotlineAreHandedInOnAPageThatNamesEachBadRow() {
        var browser = house.browser(office.steward());
        var page = browser.get("/appeals/import");
        assertThat(page.text()).contains("工单号（必填）");
        var bytes = "工单号,统一社会信用代码,分类,诉求内容\nA1,X,SPACE,漏水\n".getBytes(StandardCharsets.UTF_8);
        var refused = browser.upload(page, "form[action$='/import']", "file", "orders.csv", bytes);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("没有这个统一社会信用代码的企业");
    }

    @Test
    void rowsThatAreLeftOutAreShownWithWhatIsWrongAndHandedBackAsAFileToMend() {
        if (organisations.findByCode(CODE).isEmpty()) {
            organisations.register(new RegisterOrganisation(OrgKind.FIRM, "热线测试企业", "Hotline test firm", CODE));
        }
        var browser = house.browser(office.steward());
        var page = browser.get("/appeals/import");
        var template = browser.get("/appeals/import/template.csv");
        assertThat(template.text()).contains("工单号", "满意度", "示例：三号电梯停运两天");
        var good = "H" + UUID.randomUUID();
        var bytes = ("工单号,统一社会信用代码,分类,诉求内容,地点\n" + good + "," + CODE + ",SPACE,好的一行,\n" + "B1," + CODE
                        + ",没有的分类,\"漏水，\n很急\",-1层\n")
                .getBytes(StandardCharsets.UTF_8);
        var report =
                browser.upload(page, "form[action$='/import']", Map.of("good", "true"), "file", "orders.csv", bytes);
        assertThat(report.path()).startsWith("/appeals/imports/");
        assertThat(report.text()).contains("已导入 1 件，1 行未导入", "没有这个分类；应为", "楼宇与物业", "好的一行");
        assertThat(report.document().select("main a[href^='/appeals/apl_']")).hasSize(1);
        var mend = browser.get(report.path() + "/refused.csv");
        assertThat(mend.text()).contains("B1", "很急", "分类：没有这个分类").doesNotContain("好的一行");
        assertThat(house.browser(house.firmOwner()).get(report.path()).status()).isEqualTo(403);
        assertThat(house.browser(house.resident(OrgKind.COMMUNITY, Role.STEWARD))
                        .get(report.path() + "/refused.csv")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allThatIsWrongWithAFormIsToldAtOnceEachAtItsField() {
        var id = office.answered(cast);
        var firm = house.browser(cast.firm());
        var empty = firm.submit(firm.get("/appeals/" + id), "form[action$='/verdict']", Map.of());
        assertThat(wrongFields(empty)).containsExactly("field-resolved", "field-rating");
        var low = firm.submit(empty, "form[action$='/verdict']", Map.of("resolved", "false", "rating", "1"));
        assertThat(low.status()).isEqualTo(422);
        assertThat(wrongFields(low)).containsExactly("field-words");
        var other = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, other);
        var officer = house.browser(cast.officer());
        var help = officer.submit(
                officer.get("/appeals/" + other + "?act=help-requests"), "form[action$='/help-requests']", Map.of());
        assertThat(wrongFields(help)).containsExactly("field-by", "field-words");
        var meeting = officer.submit(officer.get("/appeal-meetings/new"), "form[action$='/appeal-meetings']", Map.of());
        assertThat(wrongFields(meeting)).containsExactly("field-title", "field-day", "field-place");
        assertThat(house.api(cast.officer())
                        .post("/api/v1/appeals/" + other + "/help-requests", Map.of("unit", "x", "by", "soon"))
                        .text())
                .contains("\"field\":\"unit, by\"");
    }

    private static List<String> wrongFields(Browser.Page page) {
        return page.document().select("#errors li a").eachAttr("href").stream()
                .map(href -> href.substring(1))
                .toList();
    }

    @Test
    void anExtensionNamesItsLastDayAndIsSaidInTheRowOfItsLimit() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var officer = house.browser(cast.officer());
        var form = officer.get("/appeals/" + id + "?act=extension");
        var until = form.document().expectFirst("input[name=until]");
        var last = until.attr("max");
        assertThat(last).isNotEmpty().isEqualTo(until.val());
        assertThat(form.text()).contains("最晚可延至 " + last);
        var refused = officer.submit(form, "form[action$='/extension']", Map.of("until", "2031-01-01", "words", "等配件"));
        assertThat(refused.text()).contains("不晚于规则允许的最晚时限 " + last);
        var extended = officer.submit(refused, "form[action$='/extension']", Map.of("until", last, "words", "等配件"));
        assertThat(extended.document().select("tr:contains(5 个工作日，已延期（原止于 )")).hasSize(1);
    }

    @Test
    void everyNumberOfTheRatesOpensAListOfSoManyAppeals() {
        office.answered(cast);
        var late = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, late);
        clock.advance(Duration.ofDays(20));
        office.act(cast.officer(), Act.ANSWER, late, Map.of("words", "已修好", "basis", "第八条", "next", ""));
        office.act(cast.firm(), Act.ACCEPT, late, Map.of("resolved", "false", "rating", "2", "words", "太慢"));
        var browser = house.browser(cast.officer());
        for (var by : List.of("CATEGORY", "UNIT", "BUILDING", "DISTRICT")) {
            var page = browser.get("/appeals/figures?by=" + by);
            assertThat(page.text()).contains("未解决 1", "未满意 1");
            var links = page.document().select("tbody a");
            assertThat(links.select("[href*=FINISHED_LATE], [href*=ANSWERED]")).isNotEmpty();
            links.not("[href*=ANSWERED]").stream()
                    .filter(link -> link.text().matches("(\\D+ )?\\d+"))
                    .forEach(link -> {
                        int number = Integer.parseInt(link.text().replaceAll("\\D", ""));
                        var list = browser.get(link.attr("href"));
                        assertThat(list.document().select("main tbody tr").size())
                                .as(by + " " + link.attr("href"))
                                .isEqualTo(number);
                    });
        }
    }

    @Test
    void whileItIsRedoneThereIsNoAnswerToPrint() {
        var id = office.answered(cast);
        var firm = house.browser(cast.firm());
        assertThat(firm.get("/appeals/" + id).document().select("form[action$='/sheet']"))
                .hasSize(1);
        office.act(cast.firm(), Act.REOPEN, id);
        assertThat(firm.get("/appeals/" + id).document().select("form[action$='/sheet']"))
                .isEmpty();
    }

    @Test
    void aColleagueWhoDoesNotOwnTheFirmDoesNotSeeAConfidentialNeed() {
        var id = office.raise(cast, "保密事项", true);
        var colleague = house.browser(house.member(cast.firm().organisation(), Role.FIRM_ENGINEER));
        assertThat(colleague.get("/appeals/" + id).status()).isEqualTo(404);
        assertThat(office.act(cast.officer(), Act.SIGN, id)).isEqualTo(AppealState.IN_WORK);
    }

    @Test
    void aSavedMailBecomesAnAppealOnceWithItsAttachments() {
        var mail = """
                From: =?UTF-8?B?6aG+5LqI5a6J?= <gu@example.org>
                Message-ID: <%s@example.org>
                Subject: =?UTF-8?B?55S15qKv5YGc6L+Q?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: base64

                5LiJ5Y+355S15qKv5YGc6L+Q5Lik5aSp44CC
                --x
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=a.pdf

                %%PDF-1.4
                --x
                Content-Type: application/zip
                Content-Disposition: attachment; filename=b.zip

                PK
                --x--
                """.formatted(UUID.randomUUID()).replace("\n", "\r\n");
        var browser = house.browser(office.steward());
        var form = browser.get("/appeals/mail");
        var sent = browser.upload(
                form, "form[action$='/mail']", "mail", "need.eml", mail.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).isEqualTo(422);
        var api = house.api(office.steward());
        var path = "/api/v1/appeal-mails?firm=" + cast.firm().organisation() + "&category=FILING";
        var taken = api.send(api.request(path)
                .header("Content-Type", "message/rfc822")
                .header("Idempotency-Key", "mail-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofString(mail)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.text()).contains("电梯停运", "三号电梯停运两天", "MAIL", "b.zip").doesNotContain("a.pdf");
        var again = api.send(api.request(path)
                .header("Content-Type", "message/rfc822")
                .header("Idempotency-Key", "mail-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofString(mail)));
        assertThat(again.text()).contains("APPEAL_NUMBER_TAKEN");
    }

    @Test
    @Tag("APL-12")
    void beforeItIsSentTheLikelyCategoryAndTheFirmsOwnSimilarCasesAreShownAndNobodyElses() {
        office.raise(office.cast("SPACE"), "会议室的空调不制冷，请派人来修理。", false);
        var mine = office.raise(cast, "我们的会议室空调不制冷，麻烦修一下。", false);
        var browser = house.browser(cast.firm());
        var form = browser.get("/appeals/new");
        var looked = browser.post(form, "form[action='/appeals']", "/appeals/new", Map.of("words", "会议室空调不制冷了，请尽快维修"));
        assertThat(looked.text()).contains("楼宇与物业");
        assertThat(looked.document().select("#hints-now a[href^='/appeals/']").eachAttr("href"))
                .containsExactly("/appeals/" + mine);
        var other = browser.post(
                form,
                "form[action='/appeals']",
                "/appeals/new",
                Map.of("words", "会议室空调不制冷了，请尽快维修", "category", "OTHER"));
        var button = other.document().expectFirst("#hints-now button[name=choose][form=need-form]");
        var chosen = browser.post(
                other, "form[action='/appeals']", button.attr("formaction"), Map.of("choose", button.val()));
        assertThat(chosen.document().select("option[value=" + button.val() + "][selected]"))
                .hasSize(1);
        assertThat(chosen.document().select("#hints-now button")).isEmpty();
        var english = house.browser(cast.firm()).in("en");
        var hints = english.post(
                english.get("/appeals/new"),
                "form[action='/appeals']",
                "/appeals/new",
                Map.of("words", "The air conditioning in our room is broken, please mend it"));
        assertThat(hints.document().select("#hints-now p.atrium-small").text()).doesNotContainPattern("\\p{IsHan}");
    }
}
