// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.Office.Cast;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A practice note from an answered appeal to its use for another.
@AtriumTest
class PracticeNotesTest {

    @Autowired
    Office office;

    @Autowired
    House house;

    private Cast cast;
    private AppealId answered;
    private String title;

    @BeforeEach
    void anAnsweredAppeal() {
        cast = office.cast("SPACE");
        answered = office.answered(cast);
        title = "空调报修 " + UUID.randomUUID().toString().substring(0, 8);
    }

    private void write() {
        var written = house.api(cast.officer())
                .post(
                        "/api/v1/practice-notes",
                        Map.of(
                                "appeal",
                                answered.value(),
                                "title",
                                title,
                                "applies",
                                "会议室空调坏了，几天没有修好",
                                "action",
                                "先借公共会议室，再请工程部换压缩机。"));
        assertThat(written.status()).isEqualTo(201);
    }

    @Test
    void aNoteIsWrittenFromAnAnsweredAppealAndFoundBySearch() {
        var officer = house.browser(cast.officer());
        var appeal = officer.get("/appeals/" + answered);
        var href = appeal.document().select("a[href^='/practice-notes/new']").attr("href");
        var empty = officer.submit(officer.get(href), "form[action='/practice-notes']", Map.of("title", title));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("内容为空或过长");
        var written = officer.submit(
                empty, "form[action='/practice-notes']", Map.of("title", title, "applies", "空调坏了", "action", "换压缩机"));
        assertThat(written.text()).contains("已记录办理经验");
        var found = officer.get("/practice-notes?text=" + title.replace(" ", "+"));
        assertThat(found.text()).contains(title, "空调坏了", "换压缩机", "来源");
        assertThat(officer.in("en").get("/practice-notes").text()).contains("What to do", "Uses");
    }

    @Test
    void aNoteStandsBesideALikeAppealAndEachUseCountsOnce() {
        write();
        var like = office.raise(cast, "会议室空调坏了好几天，一直没有修好", false);
        var officer = house.browser(cast.officer());
        office.act(cast.officer(), Act.SIGN, like);
        var page = officer.get("/appeals/" + like);
        assertThat(page.text()).contains("相似情形的办理经验", title, "已采用 0 次");
        var form = page.document()
                .select("h3:contains(" + title + ") ~ form[action$='/uses']")
                .getFirst();
        var used = officer.submit(page, "form[action='" + form.attr("action") + "']", Map.of());
        assertThat(used.text()).contains("已记录采用", "已采用 1 次", "本件已采用");
        assertThat(house.api(cast.officer())
                        .post("/api/v1" + form.attr("action"), Map.of("appeal", like.value()))
                        .status())
                .isEqualTo(200);
        assertThat(officer.get("/appeals/" + like).text()).contains("已采用 1 次");
        assertThat(house.browser(cast.firm()).get("/appeals/" + like).text()).doesNotContain(title);
    }

    @Test
    void whatIsStillOpenMakesNoNote() {
        var open = office.raise(cast);
        var answer = house.api(cast.officer())
                .post(
                        "/api/v1/practice-notes",
                        Map.of("appeal", open.value(), "title", title, "applies", "x", "action", "y"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(house.browser(cast.officer())
                        .get("/practice-notes/new?appeal=" + open)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void firmsReadNoneAndOthersNeitherWriteNorUse() {
        write();
        assertThat(house.browser(cast.firm()).get("/practice-notes").status()).isEqualTo(403);
        assertThat(house.api(cast.firm()).get("/api/v1/practice-notes").status())
                .isEqualTo(403);
        var other = house.api(office.steward());
        assertThat(other.get("/api/v1/practice-notes").text()).contains(title);
        assertThat(other.post(
                                "/api/v1/practice-notes",
                                Map.of("appeal", answered.value(), "title", title, "applies", "x", "action", "y"))
                        .status())
                .isEqualTo(403);
        var adviser = house.resident(OrgKind.ADVISER, Role.ADVISER);
        var hidden = house.browser(adviser).get("/practice-notes?text=" + title.replace(" ", "+"));
        assertThat(hidden.text()).contains(title);
        assertThat(hidden.document().select("a[href='/appeals/" + answered + "']"))
                .isEmpty();
        assertThat(house.api(adviser)
                        .post(
                                "/api/v1/practice-notes/pnt_00000000000000000000000000/uses",
                                Map.of("appeal", answered.value()))
                        .status())
                .isEqualTo(404);
    }
}
