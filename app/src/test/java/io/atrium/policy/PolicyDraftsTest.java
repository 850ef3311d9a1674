// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.PackageZip;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.Seen;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// From a draft to firms that newly qualify: every state, and who may not do what.
@AtriumTest
class PolicyDraftsTest {

    private static final int NOBODY = 100_000;

    @Autowired
    House house;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    PolicyReviews reviews;

    @Autowired
    PolicyKeepers keepers;

    @Autowired
    Policies policies;

    @Autowired
    Entitlements entitlements;

    @Autowired
    Companies companies;

    @Autowired
    BusinessClock clock;

    private final TestPackages packages = TestPackages.fresh();
    private Resident writer;
    private Resident second;

    @BeforeEach
    void twoOfficersOfOneDepartment() {
        writer = house.officer();
        second = house.member(writer.organisation(), Role.OFFICER);
    }

    private static RequestKey key() {
        return new RequestKey("draft-" + UUID.randomUUID());
    }

    private PolicyDraft imported(PackageText text) {
        var outcome = drafts.importPackage(writer.actor(), key(), new PolicyDrafts.Import(PackageZip.write(text)));
        return draft(outcome);
    }

    private PolicyDraft draft(PolicyDraftOutcome outcome) {
        assertThat(outcome).isInstanceOf(PolicyDraftOutcome.Done.class);
        return drafts.find(writer.actor(), ((PolicyDraftOutcome.Done) outcome).draft())
                .orElseThrow();
    }

    private PolicyDraftOutcome approve(Actor actor, PolicyDraft draft, LocalDate day) {
        var seen = reviews.comparedIn(draft);
        return reviews.decide(actor, key(), new PolicyReviews.Decide(draft.id(), day, "", seen));
    }

    private PolicyDraft published(PolicyDraft draft) {
        draft(reviews.submit(writer.actor(), key(), draft.id()));
        draft(approve(second.actor(), draft, clock.today()));
        await().atMost(20, SECONDS).until(() -> now(draft).state() == DraftState.PUBLISHED);
        return now(draft);
    }

    private PolicyDraft now(PolicyDraft draft) {
        return drafts.find(writer.actor(), draft.id()).orElseThrow();
    }

    private static void assertRefused(PolicyDraftOutcome outcome, Object code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PolicyDraftOutcome.Refused.class,
                        refused -> assertThat((Object) refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aNewVersionReachesTheFirmsThatNewlyQualifyAndTheOldOneComesBack() {
        var facts = Firms.entitled();
        facts.put("registered_district", packages.district());
        OrgId firm = new Firms(companies, house.operator().actor()).deliver(facts);
        var owner = house.member(firm, Role.FIRM_OWNER);
        published(imported(packages.version("1", NOBODY)));
        assertThat(outcome(firm)).isEqualTo(Outcome.NOT_YET);

        var draft = draft(drafts.start(writer.actor(), key(), new PolicyDrafts.Start(packages.id(), null)));
        assertThat(draft.version()).isEqualTo("2");
        assertThat(draft.text().policy()).contains("# a comment that stays", "version: \"2\"");
        draft(drafts.save(
                writer.actor(),
                key(),
                new PolicyDrafts.Save(draft.id(), packages.version("2", 5), PolicyDrafts.contentOf(draft))));
        published(now(draft));

        assertThat(outcome(firm)).isEqualTo(Outcome.ENTITLED);
        assertThat(house.browser(owner).get("/entitlements/" + packages.id()).status())
                .isEqualTo(200);
        assertThat(house.browser(owner).get("/inbox").text()).contains("测试政策");
        assertThat(entitlements.history(new Scope.All(), firm, packages.id())).hasSize(2);

        var back = draft(drafts.start(writer.actor(), key(), new PolicyDrafts.Start(packages.id(), "1")));
        assertThat(back.version()).isEqualTo("3");
        published(back);
        assertThat(outcome(firm)).isEqualTo(Outcome.NOT_YET);
        assertThat(policies.versions(packages.id())).hasSize(3);
    }

    private Outcome outcome(OrgId firm) {
        return entitlements
                .find(new Scope.All(), firm, packages.id())
                .orElseThrow()
                .stored()
                .decision()
                .outcome();
    }

    @Test
    void whoWroteItDoesNotReviewItAndOthersDoNotSeeIt() {
        var draft = imported(packages.version("1", NOBODY));
        var stranger = house.officer();
        assertThat(drafts.find(stranger.actor(), draft.id())).isEmpty();
        assertThat(drafts.list(stranger.actor(), null, 10)).isEmpty();
        assertThatThrownBy(() -> reviews.submit(stranger.actor(), key(), draft.id()))
                .isInstanceOf(RefusedException.class);
        assertThat(house.browser(stranger).get("/policy-drafts/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(house.browser(stranger)
                        .get("/policy-drafts/" + draft.id() + "/package")
                        .status())
                .isEqualTo(404);
        assertThat(house.browser(house.firmOwner()).get("/policy-drafts").status())
                .isEqualTo(403);

        draft(reviews.submit(writer.actor(), key(), draft.id()));

        assertRefused(approve(writer.actor(), draft, clock.today()), PolicyRefusal.DRAFT_REVIEWER_WROTE_IT);
        assertRefused(approve(second.actor(), draft, clock.today().minusDays(1)), PolicyRefusal.DRAFT_DAY_PAST);
        var save = new PolicyDrafts.Save(draft.id(), draft.text(), Seen.ANYTHING);
        assertRefused(drafts.save(second.actor(), key(), save), PolicyRefusal.DRAFT_STATE_FORBIDS);
        var sendBack = new PolicyReviews.Decide(draft.id(), null, " ", reviews.comparedIn(draft));
        assertRefused(reviews.decide(second.actor(), key(), sendBack), PolicyRefusal.REASON_MISSING);
    }

    @Test
    void whatWasChangedAfterTheReviewerLookedIsNotApproved() {
        var draft = imported(packages.version("1", NOBODY));
        draft(reviews.submit(writer.actor(), key(), draft.id()));
        var looked = reviews.comparedIn(draft);
        draft(drafts.move(writer.actor(), key(), draft.id(), DraftState.DRAFT));
        var other = new PolicyDrafts.Save(draft.id(), packages.version("1", 7), Seen.ANYTHING);
        draft(drafts.save(writer.actor(), key(), other));
        assertRefused(
                drafts.save(
                        second.actor(),
                        key(),
                        new PolicyDrafts.Save(draft.id(), draft.text(), PolicyDrafts.contentOf(draft))),
                CommonRefusal.CHANGED_MEANWHILE);
        draft(reviews.submit(writer.actor(), key(), draft.id()));

        var stale = new PolicyReviews.Decide(draft.id(), clock.today(), "", looked);

        assertRefused(reviews.decide(second.actor(), key(), stale), CommonRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void whatDoesNotPassItsCheckIsNotHandedIn() {
        var whole = packages.version("1", NOBODY);
        var broken = new PackageText(
                whole.policy(),
                whole.model().replace("employees &gt;=", "staff &gt;="),
                whole.examples(),
                whole.source());
        var draft = imported(broken);

        assertRefused(reviews.submit(writer.actor(), key(), draft.id()), PolicyRefusal.DRAFT_FAULTY);
        var outcome = drafts.importPackage(writer.actor(), key(), new PolicyDrafts.Import(PackageZip.write(whole)));
        assertRefused(outcome, PolicyRefusal.DRAFT_EXISTS);
        var page = house.browser(writer).in("en").get("/policy-drafts/" + draft.id() + "/check");
        assertThat(page.text()).contains("What has to be mended", "model.dmn");
    }

    @Test
    void theSameKeyBeginsOneDraft() {
        var once = key();
        var command = new PolicyDrafts.Import(PackageZip.write(packages.version("1", NOBODY)));

        assertThat(drafts.importPackage(writer.actor(), once, command))
                .isEqualTo(drafts.importPackage(writer.actor(), once, command));
    }

    @Test
    void anApprovedDraftWaitsForItsDay() {
        var draft = imported(packages.version("1", NOBODY));
        draft(reviews.submit(writer.actor(), key(), draft.id()));
        draft(approve(second.actor(), draft, clock.today().plusYears(20)));

        assertThat(now(draft).state()).isEqualTo(DraftState.APPROVED);
        assertThat(policies.find(packages.id())).isEmpty();
        draft(drafts.move(writer.actor(), key(), draft.id(), DraftState.DRAFT));
        draft(drafts.move(writer.actor(), key(), draft.id(), DraftState.DISCARDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void officersDoItInTheBrowser(String language) {
        var browser = house.browser(writer).in(language);
        var zip = PackageZip.write(packages.version("1", NOBODY));
        var form = "form[action=/policy-drafts/import]";

        var none = browser.submit(browser.get("/policy-drafts"), form, Map.of());
        assertThat(none.status()).isEqualTo(422);
        var wrong = browser.upload(browser.get("/policy-drafts"), form, "file", "a.zip", new byte[] {1, 2});
        assertThat(wrong.status()).isEqualTo(422);
        var draft = browser.upload(browser.get("/policy-drafts"), form, "file", "a.zip", zip);
        assertThat(draft.status()).isEqualTo(200);

        var noTitle = browser.submit(draft, "form[action$=/header]", Map.of("title_zh", ""));
        assertThat(noTitle.status()).isEqualTo(422);
        var older = browser.get(draft.path());
        var saved = browser.submit(draft, "form[action$=/header]", Map.of("title_zh", "新的“名称”: 一"));
        assertThat(saved.document().select("#field-title_zh").val()).isEqualTo("新的“名称”: 一");
        var late = browser.submit(older, "form[action$=/header]", Map.of("title_zh", "迟到的"));
        assertThat(late.status()).isEqualTo(409);
        var files = browser.get(draft.path() + "/files");
        assertThat(browser.submit(files, "form[action$=/files]", Map.of()).status())
                .isEqualTo(200);
        assertThat(browser.get(draft.path() + "/check").document().select(".atrium-policy-draft__problems"))
                .isEmpty();
        var submitted = browser.submit(browser.get(draft.path()), "form[action$=/submission]", Map.of());
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(browser.get(draft.path() + "/differences").document().select("form[action$=/approval]"))
                .isEmpty();

        var reviewer = house.browser(second).in(language);
        var review = reviewer.get(draft.path() + "/differences");
        var returned = reviewer.submit(review, "form[action$=/return]", Map.of("reason", "请补充"));

        assertThat(returned.text()).contains("请补充");
    }
}
