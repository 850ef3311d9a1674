// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Inbox;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.notice.webhook.DeliveryState;
import io.atrium.notice.webhook.DeliveryView;
import io.atrium.notice.webhook.Receiver;
import io.atrium.notice.webhook.WebhookLog;
import io.atrium.notice.webhook.Webhooks;
import io.atrium.notice.webhook.Webhooks.Outcome;
import io.atrium.postgres.TemporaryPostgres;
import io.atrium.testing.AtriumProcess;
import io.atrium.testing.House;
import io.atrium.testing.QueryCount;
import io.atrium.testing.Resident;
import io.atrium.web.text.Lang;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// `kill -9` of a node between the taking of a mail or an event at the other end and the node's noting it. This process
/// sends and never delivers (its timers sleep); nodes of their own deliver.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({House.class, QueryCount.class})
@DirtiesContext
class DeliveryKilledTest {

    private static final TemporaryPostgres POSTGRES = postgres();
    private static final AtomicReference<AtriumProcess> NODE = new AtomicReference<>();
    private static final KillingSmtp SERVER = server();
    private static final Receiver RECEIVER = receiver();
    private static final Duration START_MAX = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (.*)$");
    private static final Words ISSUED = Words.of("voucher.notice.issued", new Fen(123_456), LocalDate.of(2027, 11, 22));

    @TempDir
    static Path data;

    @Autowired
    House house;

    @Autowired
    Notices notices;

    @Autowired
    Inbox inbox;

    @Autowired
    MailAddresses addresses;

    @Autowired
    MailChoices choices;

    @Autowired
    MailLog log;

    @Autowired
    Webhooks webhooks;

    @Autowired
    WebhookLog deliveries;

    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transactions;

    private static TemporaryPostgres postgres() {
        var postgres = TemporaryPostgres.start();
        SpringApplication.getShutdownHandlers().add(postgres::close); // after the application that uses it
        return postgres;
    }

    private static KillingSmtp server() {
        try {
            return new KillingSmtp(count -> {
                if (count == 1) {
                    kill();
                }
                return count == 1 ? null : "250 ok";
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Receiver receiver() {
        try {
            var receiver = new Receiver();
            receiver.beforeAnswer(count -> {
                if (count == 1) {
                    kill();
                }
            });
            return receiver;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("atrium.demo", () -> "true");
        properties.add("atrium.seed", () -> "false");
        properties.add("atrium.sign-in.hash-memory-kib", () -> "64");
        properties.add("atrium.data", () -> data.resolve("sender").toString());
        properties.add("atrium.files", () -> data.resolve("files").toString());
        properties.add("atrium.db.url", () -> POSTGRES.server().jdbcUrl());
        properties.add("atrium.db.user", () -> POSTGRES.server().user());
        properties.add("atrium.db.password", () -> POSTGRES.server().password());
        properties.add("db-scheduler.polling-interval", () -> "24h");
        mail().forEach((name, value) -> properties.add(name, () -> value));
    }

    private static Map<String, String> mail() {
        return Map.of(
                "atrium.mail.host", "127.0.0.1",
                "atrium.mail.port", String.valueOf(SERVER.port()),
                "atrium.mail.tls", "NONE");
    }

    @AfterAll
    static void stop() throws IOException {
        kill();
        SERVER.close();
        RECEIVER.close();
    }

    @Test
    void nothingIsLostNothingDoubledInTheInboxAndWhatComesAgainIsTheSame() throws Exception {
        var owner = house.firmOwner();
        confirm(owner);
        var webhook = agreed(owner);
        send(owner, "first-of-all");
        transactions.executeWithoutResult(status -> {
            notices.send(command(owner, "never-happened"));
            status.setRollbackOnly();
        });
        send(owner, "second-of-all");
        send(owner, "second-of-all");
        int deaths = 0;
        for (start(); !isAllDelivered(owner, webhook); start()) {
            await("a delivery, at which the node is killed, or the last one")
                    .atMost(START_MAX)
                    .until(() -> isDead() || isAllDelivered(owner, webhook));
            if (isAllDelivered(owner, webhook)) {
                break;
            }
            assertThat(++deaths).as("see deliverer.log").isLessThanOrEqualTo(2);
            database.execute("update webhook_delivery set retry_at = now()"); // its claim would run out in a minute
        }
        assertThat(deaths).isPositive();
        var mails = log.recent(owner.actor());
        assertThat(mails).hasSize(2);
        cameAgainInOrder(
                SERVER.taken().stream().map(DeliveryKilledTest::id).toList(),
                id(mails.get(1).id()),
                id(mails.get(0).id()));
        assertThat(inbox.unread(owner.actor())).isEqualTo(2);
        var events = events(owner, webhook);
        assertThat(events).hasSize(2);
        cameAgainInOrder(
                RECEIVER.got().stream().map(got -> got.header("Webhook-id")).toList(),
                events.get(1).id(),
                events.get(0).id());
    }

    /// The first, at which a node was killed, came twice at least; a node that was killed at the other end may have
    /// sent
    /// either once more. Never another one, and the second only after the first.
    private static void cameAgainInOrder(List<String> came, String first, String second) {
        assertThat(came.stream().distinct()).containsExactly(first, second);
        assertThat(came.lastIndexOf(first)).isPositive().isLessThan(came.indexOf(second));
    }

    private String agreed(Resident owner) {
        var told = (Outcome.Told) webhooks.propose(owner.actor(), RECEIVER.url(), Set.of("atrium.notice.voucher.v1"));
        assertThat(webhooks.agree(owner.actor(), told.id())).isInstanceOf(Outcome.Done.class);
        return told.id();
    }

    private List<DeliveryView> events(Resident owner, String webhook) {
        return deliveries.list(owner.actor(), webhook, new WebhookLog.Filter(null, null), 0, 10);
    }

    private boolean isAllDelivered(Resident owner, String webhook) {
        return log.recent(owner.actor()).stream().allMatch(mail -> mail.state() == MailState.SENT)
                && events(owner, webhook).stream().allMatch(event -> event.state() == DeliveryState.DELIVERED);
    }

    private void confirm(Resident owner) {
        addresses.propose(owner.actor(), "owner@firm.example", Lang.ZH);
        database.execute("update mail_address set confirmed_at = now(), code = null");
        database.execute("delete from mail");
        choices.choose(owner.actor(), new MailChoice(Pace.AT_ONCE, 9, false, null), Set.of("voucher"));
    }

    private static void start() throws IOException {
        var node = NODE.get();
        if (node != null) {
            node.startAgain();
            return;
        }
        var server = POSTGRES.server();
        var settings = mail().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        NODE.set(AtriumProcess.start(
                new AtriumProcess.Database(server.jdbcUrl(), server.user(), server.password()),
                data,
                "deliverer",
                settings));
    }

    private static boolean isDead() {
        return !Objects.requireNonNull(NODE.get()).isAlive();
    }

    private static void kill() {
        var node = NODE.get();
        if (node != null) {
            node.kill();
        }
    }

    private static String id(String mail) {
        var found = ID.matcher(mail);
        return found.find() ? found.group(1).strip() : "<" + mail + "@127.0.0.1>";
    }

    private SendNotice command(Resident owner, String event) {
        return new SendNotice(
                new RequestKey(event),
                new Recipient.Holders(owner.organisation(), Permission.READ_VOUCHER),
                "voucher",
                ISSUED,
                "/vouchers/v-1");
    }

    private void send(Resident owner, String event) {
        transactions.executeWithoutResult(_ -> notices.send(command(owner, event)));
    }
}
