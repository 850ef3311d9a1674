// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL;
import static io.atrium.jooq.Tables.MAIL_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Inbox;
import io.atrium.notice.NoticeFilter;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.text.Lang;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Mail against a real SMTP server on this machine.
@AtriumTest
class MailTest {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Words ISSUED = Words.of("voucher.notice.issued", new Fen(123_456), LocalDate.of(2027, 11, 22));
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    @Autowired
    House house;

    @Autowired
    Notices notices;

    @Autowired
    Inbox inbox;

    @Autowired
    MailRounds rounds;

    @Autowired
    MailChoices choices;

    @Autowired
    MailAddresses addresses;

    @Autowired
    MailLog log;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    BusinessClock clock;

    @Autowired
    DSLContext database;

    private Resident owner;
    private String address;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("atrium.mail.host", () -> "127.0.0.1");
        properties.add("atrium.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("atrium.mail.tls", () -> "NONE");
        properties.add("atrium.mail.from", () -> "house@atrium.example");
        properties.add("atrium.mail.site", () -> "https://atrium.example");
        properties.add("db-scheduler.polling-interval", () -> "24h"); // each test makes its rounds itself
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void ownerWhoReadsMail() {
        owner = house.firmOwner();
        address = owner.login() + "@firm.example";
        confirm(owner, address);
        choices.choose(owner.actor(), new MailChoice(Pace.AT_ONCE, 9, false, null), Set.of("voucher", "grant"));
    }

    @Test
    void tellsWhatIsDueByWhenAndWhereInTheReadersLanguage() throws Exception {
        var due = clock.instant().plus(Duration.ofDays(20));
        send(key(), "/vouchers/v-1", due);
        rounds.round();
        var mail = only(mailsTo(address));
        assertThat(mail.getSubject()).startsWith("[Atrium] ").contains("算力券 1,234.56 元 已到账");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + log.recent(owner.actor()).getFirst().id() + "@atrium.example>");
        var plain = part(mail, 0);
        assertThat(plain)
                .contains(owner.actor().organisationName(), "请于 ", "个工作日", "去办理：https://atrium.example/vouchers/v-1")
                .contains("https://atrium.example/inbox/mail");
        assertThat(part(mail, 1)).contains("<a href=\"https://atrium.example/vouchers/v-1\">去办理</a>");
    }

    @Test
    void oneCauseIsMailedOnce() {
        var key = key();
        send(key, "/vouchers/v-1", null);
        send(key, "/vouchers/v-1", null);
        transactions.executeWithoutResult(
                _ -> notices.send(command(key(), "/vouchers/v-1", null).causedBy(key.value())));
        rounds.round();
        rounds.round();
        assertThat(mailsTo(address)).hasSize(1);
        assertThat(inbox.unread(owner.actor())).isEqualTo(2);
    }

    @Test
    void reachesWhoeverHasThePermissionAndNobodyElse() {
        var finance = house.member(owner.organisation(), Role.FIRM_FINANCE);
        confirmAtOnce(finance);
        var stranger = house.firmOwner();
        confirmAtOnce(stranger);
        var mute = house.member(owner.organisation(), Role.FIRM_FINANCE);
        confirm(mute, mute.login() + "@firm.example");
        choices.choose(mute.actor(), new MailChoice(Pace.AT_ONCE, 9, false, null), Set.of("grant"));
        send(key(), "/vouchers/v-1", null);
        rounds.round();
        assertThat(mailsTo(address)).hasSize(1);
        assertThat(mailsTo(finance.login() + "@firm.example")).hasSize(1);
        assertThat(mailsTo(stranger.login() + "@firm.example")).isEmpty();
        assertThat(mailsTo(mute.login() + "@firm.example")).isEmpty();
    }

    @Test
    void whatWasReadInTheInboxIsNotMailed() {
        choices.choose(owner.actor(), new MailChoice(Pace.DAILY, 9, false, null), Set.of("voucher"));
        send(key(), "/vouchers/v-1", null);
        inbox.readAll(owner.actor(), NoticeFilter.ALL);
        clock.advance(Duration.ofDays(1));
        rounds.round();
        assertThat(mailsTo(address)).isEmpty();
        assertThat(log.recent(owner.actor()).getFirst().state()).isEqualTo(MailState.DROPPED);
    }

    @Test
    void digestTellsEachMessageOnceDeadlinesFirst() throws Exception {
        choices.choose(owner.actor(), new MailChoice(Pace.DAILY, 9, false, null), Set.of("voucher"));
        send(key(), "/vouchers/v-1", null);
        send(key(), "/vouchers/v-2", clock.instant().plus(Duration.ofDays(20)));
        send(key(), "/vouchers/v-1", null);
        rounds.round();
        assertThat(mailsTo(address)).isEmpty();
        assertThat(house.browser(owner).get("/inbox/mail").text()).contains("3 条消息将于");
        clock.advance(Duration.ofDays(1));
        rounds.round();
        var plain = part(only(mailsTo(address)), 0);
        assertThat(plain.indexOf("/vouchers/v-2")).isPositive().isLessThan(plain.indexOf("/vouchers/v-1"));
        assertThat(plain.split("/vouchers/v-1", -1))
                .as("one group for one record")
                .hasSize(2);
        assertThat(plain.split(owner.actor().organisationName(), -1))
                .as("the firm is named once")
                .hasSize(2);
        assertThat(plain).contains("查看：http").doesNotContain("查看: ");
        clock.advance(Duration.ofDays(1));
        rounds.round();
        assertThat(mailsTo(address)).hasSize(1);
    }

    @Test
    void whatCannotWaitTakesAlongWhatWaitsOnTheSameSubject() throws Exception {
        choices.choose(owner.actor(), new MailChoice(Pace.DAILY, 9, false, null), Set.of("voucher"));
        send(key(), "/vouchers/v-1", null);
        send(key(), "/vouchers/other", null);
        send(key(), "/vouchers/v-1", clock.instant().plusSeconds(60));
        rounds.round();
        assertThat(part(only(mailsTo(address)), 0).split("\\* ", -1)).hasSize(3);
        assertThat(log.waiting(owner.actor()).orElseThrow().items()).isEqualTo(1);
    }

    @Test
    void laterMailOnASubjectWaitsForTheEarlierOne() {
        send(key(), "/vouchers/v-1", null);
        var first = latest();
        waitUntil(first, OffsetDateTime.now().plusHours(1)); // as after a failure of the server
        send(key(), "/vouchers/v-1", null);
        send(key(), "/vouchers/v-2", null);
        rounds.round();
        assertThat(mailsTo(address)).as("the other subject").hasSize(1);
        waitUntil(first, OffsetDateTime.now().minusHours(1));
        rounds.round();
        assertThat(mailsTo(address)).hasSize(3);
        var ids = log.recent(owner.actor()).stream().map(MailLog.Entry::id).toList();
        assertThat(ids(mailsTo(address)).subList(1, 3)).containsExactly(ids.get(2), ids.get(1));
    }

    @Test
    void quietHoursHoldBackAMailThatIsTriedAgain() {
        send(key(), "/vouchers/v-1", null);
        var hour = clock.instant().atZone(BusinessClock.ZONE).getHour();
        var quiet = new QuietHours(hour, (hour + 2) % 24);
        choices.choose(owner.actor(), new MailChoice(Pace.AT_ONCE, 9, false, quiet), Set.of("voucher"));
        rounds.round();
        assertThat(mailsTo(address)).isEmpty();
        clock.advance(Duration.ofHours(2));
        rounds.round();
        assertThat(mailsTo(address)).hasSize(1);
    }

    @Test
    void noMailDropsWhatWaits() {
        choices.choose(owner.actor(), new MailChoice(Pace.DAILY, 9, false, null), Set.of("voucher"));
        send(key(), "/vouchers/v-1", null);
        choices.choose(owner.actor(), new MailChoice(Pace.NONE, 9, false, null), Set.of("voucher"));
        rounds.round();
        send(key(), "/vouchers/v-1", null);
        rounds.round();
        assertThat(mailsTo(address)).isEmpty();
        assertThat(inbox.unread(owner.actor())).isEqualTo(2);
    }

    @Test
    void addressIsUsedOnceItsCodeWasTypedIn() throws Exception {
        var newcomer = house.firmOwner();
        var browser = house.browser(newcomer).in("en");
        var asked = browser.submit(
                browser.get("/inbox/mail"),
                "form[action$=/address]",
                Map.of("address", "new@" + newcomer.login() + ".example"));
        assertThat(asked.text()).contains("A code is on its way").contains("Until you type it in");
        rounds.round();
        var code = CODE.matcher(
                only(mailsTo("new@" + newcomer.login() + ".example")).getSubject());
        assertThat(code.find()).isTrue();
        var wrong = browser.submit(asked, "form[action$=/confirmation]", Map.of("code", "x"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Tries left: 4");
        var right = browser.submit(asked, "form[action$=/confirmation]", Map.of("code", code.group()));
        assertThat(right.text()).contains("Address confirmed", "Mail goes to new@");
        var removed = browser.submit(right, "form[action$=/removal]", Map.of());
        assertThat(removed.text()).contains("Address removed");
        assertThat(addresses.find(newcomer.actor().person())).isEmpty();
    }

    @Test
    void fiveWrongCodesEndIt() {
        var newcomer = house.firmOwner();
        addresses.propose(newcomer.actor(), "a@b.example", Lang.EN);
        for (int i = 0; i < MailAddresses.TRIES_MAX; i++) {
            assertThat(addresses.confirm(newcomer.actor(), "wrong")).isNotNull();
        }
        assertThat(addresses.confirm(newcomer.actor(), code(newcomer))).isNotNull();
        for (int i = 1; i < MailAddresses.CODES_PER_DAY_MAX; i++) {
            assertThat(addresses.propose(newcomer.actor(), "a@b.example", Lang.EN))
                    .isNull();
        }
        assertThat(String.valueOf(addresses.propose(newcomer.actor(), "a@b.example", Lang.EN)))
                .contains("MAIL_ADDRESS_TRIED_TOO_OFTEN");
    }

    @Test
    void choiceIsKeptAndRefusedWhenItMakesNoSense() {
        var browser = house.browser(owner);
        var page = browser.get("/inbox/mail");
        var wrong = browser.submit(
                page, "form[action=/inbox/mail]", Map.of("pace", "DAILY", "quiet_from", "22", "quiet_to", "22"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("免打扰时段需要两个不同的整点");
        assertThat(wrong.document().select("input[value=DAILY][checked]")).hasSize(1);
        browser.submit(
                page,
                "form[action=/inbox/mail]",
                Map.of("pace", "DAILY", "digest_hour", "7", "quiet_from", "22", "quiet_to", "8", "kinds", "grant"));
        assertThat(choices.find(owner.actor().person()))
                .isEqualTo(new MailChoice(Pace.DAILY, 7, false, new QuietHours(22, 8)));
        assertThat(choices.muted(owner.actor().person())).contains("voucher").doesNotContain("grant");
    }

    @Test
    void programsChooseToo() {
        var api = house.api(owner);
        var body = api.get("/api/v1/inbox/mail").body();
        assertThat(body.at("/choice/pace").asString()).isEqualTo("AT_ONCE");
        assertThat(body.at("/address/address").asString()).isEqualTo(address);
        var answer = put(
                api,
                "/api/v1/inbox/mail/choice",
                Map.of("pace", "DAILY", "working_days_only", true, "quiet_from", 1, "quiet_to", 1, "kinds", List.of()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/code").asString()).isEqualTo("QUIET_HOURS_EMPTY");
        assertThat(put(
                                api,
                                "/api/v1/inbox/mail/choice",
                                Map.of("pace", "NONE", "working_days_only", true, "kinds", List.of("grant")))
                        .body()
                        .at("/kinds")
                        .toString())
                .isEqualTo("[\"grant\"]");
    }

    private static Api.Answer put(Api api, String path, Map<String, Object> body) {
        return api.send(api.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    private void confirmAtOnce(Resident resident) {
        confirm(resident, resident.login() + "@firm.example");
        choices.choose(resident.actor(), new MailChoice(Pace.AT_ONCE, 9, false, null), Set.of("voucher"));
    }

    private void confirm(Resident resident, String to) {
        assertThat(addresses.propose(resident.actor(), to, Lang.ZH)).isNull();
        assertThat(addresses.confirm(resident.actor(), code(resident))).isNull();
    }

    private String code(Resident resident) {
        return database.fetchSingle(
                        MAIL_ADDRESS,
                        MAIL_ADDRESS.PERSON_ID.eq(resident.actor().person().value()))
                .getCode();
    }

    private String latest() {
        return log.recent(owner.actor()).getFirst().id();
    }

    private void waitUntil(String mail, OffsetDateTime moment) {
        database.update(MAIL).set(MAIL.RETRY_AT, moment).where(MAIL.ID.eq(mail)).execute();
    }

    private static List<MimeMessage> mailsTo(String to) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(to))
                .toList();
    }

    private static List<String> ids(List<MimeMessage> mails) {
        return mails.stream().map(MailTest::id).toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID().substring(1, mail.getMessageID().indexOf('@'));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage only(List<MimeMessage> mails) {
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
        return ((String) part.getContent()).replace("\r\n", "\n");
    }

    private static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    private SendNotice command(RequestKey key, String href, @Nullable Instant due) {
        return new SendNotice(
                key,
                new Recipient.Holders(owner.organisation(), Permission.READ_VOUCHER),
                "voucher",
                ISSUED,
                href,
                due);
    }

    private void send(RequestKey key, String href, @Nullable Instant due) {
        transactions.executeWithoutResult(_ -> notices.send(command(key, href, due)));
    }
}
