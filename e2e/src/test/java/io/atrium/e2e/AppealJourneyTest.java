// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A need from the founder's phone to its end: raised against an entitlement, dispatched at once, signed, promised on
/// the
/// spot, answered in English, called unsatisfying, redone above, rated.
@Order(3)
class AppealJourneyTest {

    @Test
    @Tag("ENT-9")
    @Tag("APL-1")
    @Tag("APL-10")
    void aNeedFromThePhoneToItsEnd() {
        String appeal;
        try (var founder = new Visitor(Reader.PHONE_ZH).signIn("firm1")) {
            founder.open("/entitlements/demo-compute-voucher");
            founder.page().locator("a[href^='/appeals/new?about=']").click();
            founder.look("appeal/1-raise");
            assertThat(text(founder)).contains("关于：资格判定");
            founder.page().locator("#field-words").fill("我们认为研发人员数用的是去年的，请核实。");
            founder.submit("/appeals");
            appeal = founder.path();
            assertThat(appeal).startsWith("/appeals/apl_");
            founder.look("appeal/2-receipt");
            assertThat(text(founder)).contains("已受理，由产业主管部门", "最迟", "Q-", "个工作日", "政策咨询");
        }
        try (var officer = new Visitor(Reader.DESKTOP_EN).signIn("officer.industry")) {
            officer.open("/appeals").look("appeal/3-board");
            officer.open(appeal).submit(appeal + "/signature");
            move(
                    officer,
                    appeal,
                    "plan",
                    Map.of("words", "Checked with the registry on the spot", "by", dueDay(officer, appeal)));
            officer.look("appeal/4-promised");
            assertThat(text(officer)).contains("Promise", "A date that the unit promised");
            move(officer, appeal, "answer", Map.of("words", "The head count of 2025 counts", "basis", "Clause 3"));
            assertThat(text(officer)).contains("Answered; the firm is asked to rate it");
        }
        try (var founder = new Visitor(Reader.PHONE_ZH).signIn("firm1")) {
            founder.open(appeal).look("appeal/5-answered");
            move(founder, appeal, "reopening", Map.of("words", "没有说明为什么不用今年的数。"));
            assertThat(text(founder)).contains("中庭社区运营中心");
        }
        try (var operator = new Visitor(Reader.DESKTOP_ZH).signIn("operator")) {
            operator.open(appeal).submit(appeal + "/signature");
            move(operator, appeal, "answer", Map.of("words", "今年的数尚未申报，请补报后自动重算。", "next", "企业在企业档案中补报。"));
            operator.look("appeal/6-redone");
        }
        try (var founder = new Visitor(Reader.PHONE_ZH).signIn("firm1")) {
            founder.open(appeal);
            founder.page().locator("input[name=resolved][value=true]").check();
            founder.page().locator("input[name=rating][value='4']").check();
            founder.submit(appeal + "/verdict");
            founder.look("appeal/7-closed");
            assertThat(text(founder)).contains("诉求已办结", "满意");
        }
        try (var auditor = new Visitor(Reader.DESKTOP_ZH).signIn("auditor")) {
            auditor.open("/appeals/figures").look("appeal/8-rates");
            assertThat(text(auditor)).contains("响应率", "解决率", "满意率");
        }
    }

    private static void move(Visitor visitor, String appeal, String act, Map<String, String> answers) {
        visitor.open(appeal + "?act=" + act);
        answers.forEach(
                (field, value) -> visitor.page().locator("#field-" + field).fill(value));
        visitor.submit(appeal + "/" + act);
    }

    /// The day on which the first limit ends: later than now.
    private static String dueDay(Visitor visitor, String appeal) {
        visitor.open(appeal);
        return visitor.page()
                .locator("main time")
                .first()
                .getAttribute("datetime")
                .substring(0, 10);
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("main").innerText();
    }
}
