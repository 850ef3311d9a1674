// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.SendNotice.Words;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
@Tag("FRM-2")
class InboxTest {

    private static final Words ISSUED = Words.of("voucher.notice.issued", new Fen(123_456), LocalDate.of(2027, 11, 22));

    @Autowired
    House house;

    @Autowired
    Notices notices;

    @Autowired
    Inbox inbox;

    @Autowired
    NoticeChoices choices;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    BusinessClock clock;

    @Autowired
    WorkingCalendar calendar;

    private Resident owner;

    @BeforeEach
    void ownerOfAFirm() {
        owner = house.firmOwner();
    }

    @Test
    void sameKeyIsSentOnce() {
        var key = key();
        send(key, toVoucherReaders(owner.organisation()), "voucher");
        send(key, toVoucherReaders(owner.organisation()), "voucher");
        assertThat(inbox.unread(owner.actor())).isEqualTo(1);
    }

    @Test
    void needsTheTransactionOfTheChange() {
        assertThatThrownBy(() -> notices.send(command(key(), toVoucherReaders(owner.organisation()), "voucher")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whoeverHasThePermissionWhenLookingIsReached() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        send(key(), new Recipient.Holders(owner.organisation(), Permission.ACCEPT_GRANT), "grant");
        var engineer = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        assertThat(inbox.unread(owner.actor())).isEqualTo(2);
        assertThat(inbox.unread(engineer.actor())).isEqualTo(1);
        assertThat(inbox.unread(house.firmOwner().actor())).isZero();
    }

    @Test
    void onePersonsMessageIsForNobodyElse() {
        var colleague = house.member(owner.organisation(), Role.FIRM_OWNER);
        send(key(), new Recipient.One(owner.organisation(), colleague.actor().person()), "voucher");
        assertThat(inbox.unread(owner.actor())).isZero();
        assertThat(inbox.unread(colleague.actor())).isEqualTo(1);
    }

    @Test
    void showsTheDeadlineInWordsInTheReadersLanguage() {
        var due = inWorkingDays(3);
        transactions.executeWithoutResult(_ -> notices.send(
                new SendNotice(key(), toVoucherReaders(owner.organisation()), "voucher", ISSUED, "/vouchers", due)));
        var chinese = house.browser(owner).get("/inbox");
        assertThat(chinese.document().select("tbody tr").text())
                .contains("未读", "算力券 1,234.56 元 已到账", "还剩 3 个工作日", "去办理");
        assertThat(house.browser(owner).in("en").get("/inbox").text())
                .contains("Unread", "A compute voucher of ¥1,234.56 has arrived", "3 working days left", "Act on it");
    }

    @Test
    void asksForNothingAnyMoreOnceItIsDone() {
        var href = "/grants/" + key().value();
        var due = inWorkingDays(3);
        transactions.executeWithoutResult(_ -> {
            notices.send(new SendNotice(key(), toVoucherReaders(owner.organisation()), "voucher", ISSUED, href, due));
            notices.settle(href);
        });
        assertThat(house.browser(owner)
                        .get("/inbox")
                        .document()
                        .select("tbody tr")
                        .text())
                .contains("已处理", "查看")
                .doesNotContain("工作日", "去办理");
        assertThat(inbox.unread(owner.actor())).as("it is still news").isEqualTo(1);
    }

    @Test
    void openingMarksItReadAndLeadsOn() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        var browser = house.browser(owner);
        var there = browser.submit(browser.get("/inbox"), "form[action$=/opening]", Map.of());
        assertThat(there.path()).isEqualTo("/vouchers");
        assertThat(inbox.unread(owner.actor())).isZero();
        var page = browser.get("/inbox?state=read");
        assertThat(page.text()).contains("已读");
        browser.submit(page, "form[action$=/unreading]", Map.of());
        assertThat(inbox.unread(owner.actor())).isEqualTo(1);
    }

    @Test
    void unreadOnesStandFirstAndAllCanBeMarkedAtOnce() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        var newer = key();
        send(newer, toVoucherReaders(owner.organisation()), "job");
        var all = inbox.list(owner.actor(), NoticeFilter.ALL, 0, 20);
        inbox.read(owner.actor(), all.getFirst().id());
        assertThat(inbox.list(owner.actor(), NoticeFilter.ALL, 0, 20).getFirst().id())
                .isEqualTo(all.getLast().id());
        var browser = house.browser(owner);
        browser.submit(browser.get("/inbox"), "form[action$=/readings]", Map.of());
        assertThat(inbox.unread(owner.actor())).isZero();
    }

    @Test
    void whatIsDueCanBeFilteredAndStandsFirstByItsDeadline() {
        sendDue("/late", inWorkingDays(9));
        sendDue("/soon", inWorkingDays(2));
        sendDue("/done", inWorkingDays(1));
        transactions.executeWithoutResult(_ -> notices.settle("/done"));
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        var open = new NoticeFilter(null, null, true);
        assertThat(inbox.list(owner.actor(), NoticeFilter.ALL, Inbox.Order.DUE_FIRST, 0, 20))
                .extracting(NoticeView::href)
                .containsExactly("/soon", "/late", "/vouchers", "/done");
        assertThat(inbox.count(owner.actor(), open)).isEqualTo(2);
        assertThat(inbox.count(owner.actor(), new NoticeFilter(null, null, false)))
                .isEqualTo(2);
        var page = house.browser(owner).get("/inbox?todo=open&sort=due");
        assertThat(page.document().select("tbody tr")).hasSize(2);
        assertThat(page.document().select("tbody tr").getFirst().text()).contains("还剩", "去办理");
        assertThat(house.api(owner).get("/api/v1/inbox?open=true").body().at("/items"))
                .hasSize(2);
    }

    private Instant inWorkingDays(int days) {
        return new Deadline(days, DeadlineUnit.WORKING_DAY).dueAfter(clock.instant(), calendar);
    }

    private void sendDue(String href, Instant due) {
        transactions.executeWithoutResult(_ -> notices.send(
                new SendNotice(key(), toVoucherReaders(owner.organisation()), "voucher", ISSUED, href, due)));
    }

    @Test
    void filterAsksForOneKind() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        var browser = house.browser(owner);
        assertThat(browser.get("/inbox?kind=voucher").document().select("tbody tr"))
                .hasSize(1);
        assertThat(browser.get("/inbox?kind=job").text()).contains("没有符合条件");
    }

    @Test
    void kindIsSwitchedOffUnlessItCarriesADeadline() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        send(key(), toVoucherReaders(owner.organisation()), "grant");
        var browser = house.browser(owner);
        var page = browser.get("/inbox/choices");
        assertThat(page.document().select("input[value=voucher][checked]")).hasSize(1);
        assertThat(page.document().select("input[value=grant]")).isEmpty();
        assertThat(page.text()).contains("不能关闭", "公示期和确认期由政策规定");
        browser.submit(page, "form[action=/inbox/choices]", Map.of("kinds", "job"));
        assertThat(inbox.list(owner.actor(), NoticeFilter.ALL, 0, 20))
                .extracting(NoticeView::kind)
                .containsExactly("grant");
        assertThat(choices.muted(owner.actor())).contains("voucher").doesNotContain("grant", "job");
    }

    @Test
    void eachIsOfferedWhatCanComeToHimAndNothingElse() {
        var firm = house.browser(owner);
        var notForFirms = List.of("appeal-finding", "policy-draft", "joining");
        for (var path : List.of("/inbox/choices", "/inbox/mail", "/inbox", "/webhooks")) {
            var offered = firm.get(path)
                    .document()
                    .select("input[type=checkbox], option")
                    .eachAttr("value");
            assertThat(offered).as(path).anyMatch(value -> value.contains("voucher"));
            notForFirms.forEach(kind -> assertThat(offered)
                    .as(path)
                    .noneMatch(value -> value.matches("(atrium[.]notice[.])?" + kind + "([.]v1)?")));
        }
        var officer = house.browser(house.officer()).get("/webhooks").document();
        assertThat(officer.select("input[value='atrium.notice.appeal-finding.v1']"))
                .hasSize(1);
        assertThat(officer.select("input[value='atrium.notice.job.v1']")).isEmpty();
        assertThat(firm.get("/webhook-guide").text()).contains("webhook-signature", "HMAC-SHA256");
    }

    @Test
    void programsReadPageByPageAndMark() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        send(key(), toVoucherReaders(owner.organisation()), "job");
        var api = house.api(owner);
        var first = api.get("/api/v1/inbox?limit=1").body();
        assertThat(first.at("/items/0/kind").asString()).isEqualTo("job");
        var id = first.at("/items/0/id").asString();
        var second = api.get("/api/v1/inbox?limit=1&after=" + first.at("/next").asString())
                .body();
        assertThat(second.at("/items/0/kind").asString()).isEqualTo("voucher");
        assertThat(second.has("next")).isFalse();
        var reading = api.request("/api/v1/inbox/" + id + "/reading").PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(api.send(reading).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/inbox?unread=true").body().at("/items")).hasSize(1);
    }

    @Test
    void messageOfAnotherFirmIsAsAbsent() {
        send(key(), toVoucherReaders(owner.organisation()), "voucher");
        var id = inbox.list(owner.actor(), NoticeFilter.ALL, 0, 1).getFirst().id();
        var other = house.firmOwner();
        assertThat(inbox.find(other.actor(), id)).isEmpty();
        assertThat(inbox.read(other.actor(), id)).isFalse();
        assertThat(inbox.unread(other.actor(), id)).isFalse();
        var api = house.api(other);
        for (var address : new String[] {"/api/v1/inbox/" + id + "/reading", "/api/v1/inbox/ntc_absent/reading"}) {
            assertThat(api.send(api.request(address).PUT(HttpRequest.BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(house.browser(other).get("/inbox").text()).contains("还没有消息");
    }

    private static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    private static Recipient toVoucherReaders(OrgId firm) {
        return new Recipient.Holders(firm, Permission.READ_VOUCHER);
    }

    private static SendNotice command(RequestKey key, Recipient to, String kind) {
        return new SendNotice(key, to, kind, ISSUED, "/vouchers");
    }

    private void send(RequestKey key, Recipient to, String kind) {
        transactions.executeWithoutResult(_ -> notices.send(command(key, to, kind)));
    }
}
