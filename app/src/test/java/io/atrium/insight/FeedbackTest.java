// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What somebody writes, a person reads and answers.
@AtriumTest
@Tag("FRM-8")
class FeedbackTest {

    @Autowired
    private House house;

    @Test
    void aMessageReachesTheOperatorWithADateAndTheAnswerReachesItsSender() {
        var firm = house.firmOwner();
        var writer = house.browser(firm);
        var sent = writer.submit(
                writer.get("/feedback?from=/prices"),
                "form[action=/feedback]",
                Map.of("message", "价目表里缺单位 " + firm.login()));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.document().select("#atrium-flash").text()).contains("最迟于");

        var operator = house.browser(house.operator());
        assertThat(operator.get("/to-dos").text()).contains("意见");
        var open = operator.get("/feedback/received?state=open&size=100").document();
        assertThat(open.select("tr:contains(" + firm.login() + ")").text()).contains("待答复", "截止", "/prices");
        var answered =
                operator.submit(operator.get(sent.path()), "form[action$=/answer]", Map.of("answer", "已经补上，谢谢。"));
        assertThat(answered.path()).isEqualTo("/feedback/received");

        assertThat(writer.get(sent.path()).text()).contains("已经补上");
        assertThat(writer.get("/inbox").text()).contains("您提交的意见已有答复");
        assertThat(operator.get(sent.path()).document().select("form[action$=/answer]"))
                .isEmpty();
    }

    @Test
    void aStrangerLeavesAWayToBeReached() {
        var stranger = house.visitor();
        var refused = stranger.submit(stranger.get("/feedback"), "form[action=/feedback]", Map.of("message", "如何入驻？"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("textarea").text()).isEqualTo("如何入驻？");
        assertThat(refused.document().select("#errors a").attr("href")).isEqualTo("#field-contact");
        var sent = stranger.submit(
                refused, "form[action=/feedback]", Map.of("message", "如何入驻？", "contact", "a@example.cn"));
        assertThat(sent.document().select("#atrium-flash").text()).contains("fbk_");
    }

    @Test
    void theSameFormTwiceIsOneMessage() {
        var firm = house.firmOwner();
        var writer = house.browser(firm);
        var form = writer.get("/feedback");
        var first = writer.submit(form, "form[action=/feedback]", Map.of("message", "按了两次"));
        var second = writer.submit(form, "form[action=/feedback]", Map.of("message", "按了两次"));
        assertThat(second.path()).isEqualTo(first.path());
    }

    @Test
    void nobodyReadsWhatAnotherWrote() {
        var writer = house.browser(house.firmOwner());
        var sent = writer.submit(writer.get("/feedback"), "form[action=/feedback]", Map.of("message", "只给运营方"));
        assertThat(house.browser(house.firmOwner()).get(sent.path()).status()).isEqualTo(404);
        assertThat(writer.get("/feedback/received").status()).isEqualTo(403);
    }

    @Test
    void aPathOfAnotherSiteIsNotKept() {
        var page = house.visitor().get("/feedback?from=https://evil.example/").document();
        assertThat(page.select("input[name=path]").attr("value")).isEqualTo("/");
    }
}
