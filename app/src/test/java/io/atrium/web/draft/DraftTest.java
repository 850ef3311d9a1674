// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.KeptForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

@AtriumTest
class DraftTest {

    private static final String FORM = "form#job-ask";

    @Autowired
    private House house;

    @Autowired
    private Drafts drafts;

    @Autowired
    private FormRescue rescue;

    private Resident writer;
    private Browser browser;

    @BeforeEach
    void signIn() {
        writer = house.firmOwner();
        browser = house.browser(writer);
    }

    @Test
    @Tag("FOR-4")
    void aDraftIsSavedByItsButtonAndResumedFromHome() {
        var form = browser.get("/jobs/new");
        var name = form.document().select(FORM + " input[type=text]").attr("name");
        var saved = browser.post(form, FORM, "/drafts", Map.of(name, "半张表单"));
        assertThat(saved.text()).contains("草稿已保存");
        assertThat(saved.document().select("input[name=" + name + "]").val()).isEqualTo("半张表单");
        var link = browser.get("/").document().select("a[href*=restore]").attr("href");
        assertThat(link).isEqualTo("/jobs/new?restore=draft");
        var plain = browser.get("/jobs/new");
        assertThat(plain.text()).contains("还没有提交");
        assertThat(plain.document().select("input[name=" + name + "]").val()).isNotEqualTo("半张表单");
        assertThat(house.browser(house.member(writer.organisation(), Role.FIRM_OWNER))
                        .get("/jobs/new")
                        .text())
                .as("a colleague does not see it")
                .doesNotContain("还没有提交");
        assertThat(browser.submit(plain, "form[action=/drafts/removal]", Map.of())
                        .text())
                .contains("草稿已删除");
        assertThat(drafts.list(writer.actor())).isEmpty();
    }

    @Test
    @Tag("FOR-4")
    void aDraftIsGoneOnceItsFormWasAccepted() {
        drafts.save(new SaveDraft(
                writer.actor(), "/saved-views/new", "/saved-views/new", "web.views.new", Map.of("name", List.of("x"))));
        var form = browser.get("/saved-views/new?list=/companies&query=text=a");
        browser.submit(form, "form[action=/saved-views]", Map.of("name", " "));
        assertThat(drafts.list(writer.actor())).as("a refused form keeps it").hasSize(1);
        browser.submit(form, "form[action=/saved-views]", Map.of("name", "好"));
        assertThat(drafts.list(writer.actor())).isEmpty();
    }

    @Test
    @Tag("ERR-9")
    @Tag("A11-9")
    void anExpiredFormIsKeptForItsWriterOnlyAndNeverSentByItself() {
        var session = new MockHttpSession();
        var refusal = rescue.refusal(post(session, "http://localhost"));
        assertThat(refusal.code()).isEqualTo(FormRefusal.FORM_KEPT);
        assertThat(refusal.facts()).containsEntry("continue", "/jobs/new?restore=rescued");
        var kept = rescue.find(page(session), writer.actor().person().value()).orElseThrow();
        assertThat(kept.answers())
                .containsEntry("name", new ArrayList<>(List.of("长表单")))
                .doesNotContainKeys("password", "_csrf", "request_key");
        assertThat(rescue.find(page(session), house.firmOwner().actor().person().value()))
                .as("somebody else signs in at the same browser")
                .isEmpty();
        rescue.forget(page(session), "/jobs/new");
        assertThat(rescue.find(page(session), writer.actor().person().value())).isEmpty();
    }

    @Test
    @Tag("ERR-9")
    void aFormOfAnotherSiteIsNotKept() {
        var session = new MockHttpSession();
        assertThat(rescue.refusal(post(session, "https://evil.example")).code()).isEqualTo(FormRefusal.FORM_EXPIRED);
        assertThat(rescue.refusal(post(session, null)).code()).isEqualTo(FormRefusal.FORM_EXPIRED);
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void everyFormNamesItsPageAndItsWriter() {
        var form = browser.get("/saved-views/new?list=/companies&query=a=b").document();
        assertThat(form.select("form[action=/saved-views] input[name=form_page]")
                        .val())
                .isEqualTo("/saved-views/new?list=/companies&query=a=b");
        assertThat(form.select("form[action=/saved-views] input[name=form_person]")
                        .val())
                .isEqualTo(writer.actor().person().value());
    }

    private MockHttpServletRequest post(MockHttpSession session, @Nullable String origin) {
        var request = new MockHttpServletRequest("POST", "/jobs/new");
        request.setSession(session);
        request.addHeader("Host", "localhost");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        request.setParameter("name", "长表单");
        request.setParameter("password", "secret");
        request.setParameter("_csrf", "old");
        request.setParameter("request_key", "old-request-key");
        request.setParameter(KeptForm.PAGE_FIELD, "/jobs/new");
        request.setParameter(KeptForm.PERSON_FIELD, writer.actor().person().value());
        return request;
    }

    private static MockHttpServletRequest page(MockHttpSession session) {
        var request = new MockHttpServletRequest("GET", "/jobs/new");
        request.setSession(session);
        return request;
    }
}
