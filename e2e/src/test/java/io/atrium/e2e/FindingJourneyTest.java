// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A firm asks about the same thing again and again, and on the next day the unit finds that by itself: takes it on,
/// writes down the cause, and a note for whoever meets the like.
@Order(4)
class FindingJourneyTest {
    private static final String PLACE = "C 座 3 层";
    private static final String FINDING = "main a[href^='/appeal-findings/fnd_']:has-text('C座')";

    @Test
    void whatComesAgainIsFoundExplainedAndRemembered() {
        var operator = new OperatorApi();
        raise("C 座电梯又停运了，请尽快维修。");
        operator.advanceAWorkingDay();
        raise("C 座电梯今天再次停运，请尽快维修。");
        raise("C 座电梯停运，请尽快来维修。");
        operator.advanceAWorkingDay();
        try (var unit = new Visitor(Reader.DESKTOP_ZH).signIn("operator")) {
            Patience.until("the finding", () -> unit.open("/appeal-findings").shows(FINDING));
            unit.look("finding/1-list");
            unit.page().locator(FINDING).first().click();
            unit.look("finding/2-why");
            assertThat(text(unit)).contains("认领", "电梯");
            var finding = unit.path();
            unit.submit(finding + "/acceptance");
            unit.look("finding/3-taken-on");
            unit.page().locator("input[name=result][value=cause]").check();
            unit.page().locator("#field-cause").fill("控制柜老化");
            unit.page().locator("#field-done").fill("物业已换控制柜");
            unit.submit(finding + "/closure");
            assertThat(text(unit)).contains("控制柜老化");
            unit.page().locator("a[href^='/practice-notes/new']").click();
            unit.look("finding/4-note");
            unit.page().locator("#field-title").fill("电梯反复停运");
            unit.page().locator("#field-applies").fill("同一部电梯一个月内停运三次以上");
            unit.page().locator("#field-action").fill("请维保单位检查控制柜，不只复位");
            unit.submit("/practice-notes");
            unit.look("finding/5-notes");
            assertThat(text(unit)).contains("电梯反复停运");
        }
        try (var unit = new Visitor(Reader.PHONE_EN).signIn("operator")) {
            unit.open("/appeal-findings?view=CLOSED");
            unit.page().locator(FINDING).first().click();
            unit.look("finding/6-closed");
        }
    }

    private static void raise(String words) {
        try (var firm = new Visitor(Reader.PHONE_ZH).signIn("firm3")) {
            firm.open("/appeals/new");
            firm.page().locator("#field-words").fill(words);
            firm.page().locator("#field-place").fill(PLACE);
            firm.page().locator("[name=category]").first().selectOption("SPACE");
            firm.submit("/appeals");
            assertThat(firm.path()).startsWith("/appeals/apl_");
        }
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("main").innerText();
    }
}
