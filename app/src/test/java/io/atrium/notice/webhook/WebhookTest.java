// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static io.atrium.jooq.Tables.WEBHOOK;
import static io.atrium.jooq.Tables.WEBHOOK_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.notice.Inbox;
import io.atrium.notice.NoticeFilter;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.notice.webhook.WebhookView.Reason;
import io.atrium.notice.webhook.Webhooks.Outcome;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
@Tag("ADM-6")
class WebhookTest {

    private static final Words ISSUED = Words.of("voucher.notice.issued", new Fen(123_456), LocalDate.of(2027, 11, 22));
    private static final String TYPE = "atrium.notice.voucher.v1";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final WebhookLog.Filter ALL = new WebhookLog.Filter(null, null);

    @Autowired
    House house;

    @Autowired
    Webhooks webhooks;

    @Autowired
    WebhookLog log;

    @Autowired
    WebhookRounds rounds;

    @Autowired
    Notices notices;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DSLContext database;

    private Receiver receiver;
    private Resident owner;
    private String id;
    private WebhookSecret secret;

    @BeforeEach
    void firmWithAnEndpointThatAgreed() throws IOException {
        receiver = new Receiver();
        owner = house.firmOwner();
        var told = (Outcome.Told) webhooks.propose(owner.actor(), receiver.url(), Set.of(TYPE));
        id = told.id();
        secret = new WebhookSecret(told.secret());
        assertThat(webhooks.agree(owner.actor(), id)).isInstanceOf(Outcome.Done.class);
    }

    @AfterEach
    void close() {
        webhooks.remove(owner.actor(), id);
        receiver.close();
    }

    @Test
    @Tag("WHK-1")
    @Tag("WHK-7")
    void tellsOfWhatConcernsTheOrganisationAsASignedCloudEvent() {
        var due = Instant.parse("2027-01-31T09:00:00Z");
        send(owner.organisation(), "/vouchers/v-1", due);
        send(house.firmOwner().organisation(), "/vouchers/other", null);
        transactions.executeWithoutResult(_ -> notices.send(new SendNotice(
                key(), new Recipient.One(owner.organisation(), owner.actor().person()), "voucher", ISSUED, "/mine")));
        deliverUntil(1);
        rounds.round();
        assertThat(receiver.got()).hasSize(1);
        var got = receiver.got().getFirst();
        assertThat(got.header("Content-type")).startsWith("application/cloudevents+json");
        var event = Objects.requireNonNull(EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE))
                .deserialize(got.body().getBytes(StandardCharsets.UTF_8));
        assertThat(event.getId()).isEqualTo(got.header("Webhook-id"));
        assertThat(event.getType()).isEqualTo(TYPE);
        assertThat(event.getSubject()).isEqualTo("/vouchers/v-1");
        assertThat(String.valueOf(event.getDataSchema())).endsWith("/webhook-schemas/notice.v1.json");
        assertThat(got.body())
                .contains(
                        "\"due_at\":\"2027-01-31T09:00:00Z\"",
                        owner.organisation().value())
                .doesNotContain("1,234.56", owner.actor().name());
        assertThat(got.header("Webhook-signature")).isEqualTo(signature(secret, got));
        assertThat(house.visitor().get("/webhook-schemas/notice.v1.json").status())
                .isEqualTo(200);
    }

    @Test
    @Tag("WHK-2")
    @Tag("WHK-5")
    void failedDeliveryIsTriedAgainWithTheSameIdAndLaterOnesOnTheSubjectWait() {
        receiver.status = 500;
        receiver.answer = "x".repeat(2_000);
        send(owner.organisation(), "/vouchers/v-1", null);
        deliverUntil(1);
        await().atMost(SOON).until(() -> latest().statusCode() != null);
        var failed = latest();
        assertThat(failed.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.answer()).hasSize(500);
        assertThat(failed.retryAt()).isAfter(Instant.now().plusSeconds(10));
        receiver.status = 204;
        receiver.answer = "";
        send(owner.organisation(), "/vouchers/v-1", null);
        send(owner.organisation(), "/vouchers/v-2", null);
        deliverUntil(2);
        assertThat(receiver.got().get(1).body()).contains("/vouchers/v-2");
        dueNow(failed.id());
        deliverUntil(4);
        assertThat(receiver.got().get(2).header("Webhook-id")).isEqualTo(failed.id());
        assertThat(receiver.got().get(3).body()).contains("/vouchers/v-1");
        assertThat(receiver.got().get(0).body()).isEqualTo(receiver.got().get(2).body());
    }

    @Test
    @Tag("WHK-2")
    void busyReceiverSaysHowLongToWaitAndRedirectsAreNotFollowed() {
        receiver.status = 429;
        receiver.header("Retry-After", "7200");
        send(owner.organisation(), "/vouchers/v-1", null);
        deliverUntil(1);
        await().atMost(SOON).until(() -> latest().statusCode() != null);
        assertThat(latest().retryAt()).isAfter(Instant.now().plusSeconds(7_000));
        receiver.status = 302;
        receiver.header("Location", "/elsewhere");
        dueNow(latest().id());
        deliverUntil(2);
        await().atMost(SOON).until(() -> Objects.equals(latest().statusCode(), 302));
        assertThat(receiver.got()).extracting(Receiver.Got::path).containsOnly("/hook");
    }

    @Test
    @Tag("WHK-2")
    void goneEndsItAndItsKeepersAreTold() {
        receiver.status = 410;
        send(owner.organisation(), "/vouchers/v-1", null);
        deliverUntil(1);
        await().atMost(SOON).until(() -> view().state() == WebhookState.DISABLED);
        assertThat(view().reason()).isEqualTo(Reason.GONE);
        assertThat(inbox.list(owner.actor(), NoticeFilter.UNREAD, 0, 9)
                        .getFirst()
                        .href())
                .isEqualTo("/webhooks/" + id);
        send(owner.organisation(), "/vouchers/v-2", null);
        assertThat(log.count(owner.actor(), id, ALL))
                .as("nothing new is recorded")
                .isEqualTo(1);
    }

    @Test
    void manyFailuresInARowDisableItUntilItIsAskedAgain() {
        receiver.status = 503;
        database.update(WEBHOOK)
                .set(WEBHOOK.FAILURES, 29)
                .where(WEBHOOK.ID.eq(id))
                .execute();
        send(owner.organisation(), "/vouchers/v-1", null);
        deliverUntil(1);
        await().atMost(SOON).until(() -> view().state() == WebhookState.DISABLED);
        var browser = house.browser(owner);
        var page = browser.get("/webhooks/" + id);
        assertThat(page.text()).contains("已停用", "连续 30 次失败");
        receiver.status = 200;
        dueNow(latest().id());
        browser.submit(page, "form[action$=/agreement]", Map.of());
        deliverUntil(2);
        await().atMost(SOON).until(() -> latest().state() == DeliveryState.DELIVERED);
        assertThat(view().failures()).isZero();
    }

    @Test
    @Tag("WHK-4")
    void bothSecretsSignDuringARotation() {
        var rotated = (Outcome.Told) webhooks.rotate(owner.actor(), id);
        send(owner.organisation(), "/vouchers/v-1", null);
        deliverUntil(1);
        var got = receiver.got().getFirst();
        assertThat(got.header("Webhook-signature").split(" "))
                .containsExactly(signature(new WebhookSecret(rotated.secret()), got), signature(secret, got));
        database.update(WEBHOOK)
                .set(WEBHOOK.PREVIOUS_UNTIL, OffsetDateTime.now().minusSeconds(1))
                .where(WEBHOOK.ID.eq(id))
                .execute();
        send(owner.organisation(), "/vouchers/v-1", null);
        deliverUntil(2);
        var later = receiver.got().get(1);
        assertThat(later.header("Webhook-signature")).isEqualTo(signature(new WebhookSecret(rotated.secret()), later));
    }

    @Test
    @Tag("WHK-3")
    void endpointMustAgreeFirst() throws IOException {
        try (var silent = new Receiver()) {
            silent.allowedOrigin = "https://somebody.example";
            var browser = house.browser(owner);
            var proposed = browser.submit(
                    browser.get("/webhooks"), "form[action=/webhooks]", Map.of("url", silent.url(), "types", TYPE));
            assertThat(proposed.document().select(".atrium-secret").text()).startsWith("whsec_");
            var page = browser.get(
                    proposed.document().select("a[href^=/webhooks/whk]").attr("href"));
            assertThat(page.text()).contains("待对方同意").doesNotContain("whsec_");
            var refused = browser.submit(page, "form[action$=/agreement]", Map.of());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("对方没有同意");
            send(owner.organisation(), "/vouchers/v-1", null);
            deliverUntil(1);
            assertThat(silent.got()).isEmpty();
            silent.allowedOrigin = "127.0.0.1";
            assertThat(browser.submit(page, "form[action$=/agreement]", Map.of())
                            .text())
                    .contains("已启用");
            browser.submit(page, "form[action$=/removal]", Map.of());
            assertThat(browser.get(page.path()).status()).isEqualTo(404);
        }
    }

    @Test
    @Tag("WHK-6")
    void logTellsWhatWasAnsweredAndOneIsSentAgainWithTheSameId() {
        var browser = house.browser(owner).in("en");
        browser.submit(browser.get("/webhooks/" + id), "form[action$=/tests]", Map.of());
        deliverUntil(1);
        await().atMost(SOON).until(() -> latest().state() == DeliveryState.DELIVERED);
        var page = browser.get("/webhooks/" + id + "?state=DELIVERED");
        assertThat(page.text()).contains("atrium.ping.v1", "200 thanks", "Delivered");
        assertThat(browser.get("/webhooks/" + id + "?state=GIVEN_UP").document().select("form[action$=/resending]"))
                .isEmpty();
        browser.submit(page, "form[action$=/resending]", Map.of());
        deliverUntil(2);
        assertThat(receiver.got().get(1).header("Webhook-id"))
                .isEqualTo(receiver.got().get(0).header("Webhook-id"));
    }

    @Test
    void programsKeepEndpointsToo() {
        var api = house.api(owner);
        var told = api.post("/api/v1/webhooks", Map.of("url", receiver.url(), "types", List.of(TYPE)));
        assertThat(told.status()).isEqualTo(201);
        var other = told.body().at("/id").asString();
        assertThat(api.get("/api/v1/webhooks").text()).contains(other, id).doesNotContain("whsec_");
        var path = "/api/v1/webhooks/" + other;
        assertThat(api.post(path + "/tests", Map.of()).body().at("/code").asString())
                .isEqualTo("WEBHOOK_NOT_ENABLED");
        var agreed = api.send(api.request(path + "/agreement").PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(agreed.body().at("/state").asString()).isEqualTo("ENABLED");
        var key = "test-" + UUID.randomUUID();
        api.post(path + "/tests", key, Map.of());
        assertThat(api.post(path + "/tests", key, Map.of()).status()).isEqualTo(202);
        assertThat(api.get(path + "/deliveries").body().at("/items")).hasSize(1);
        deliverUntil(1);
        assertThat(api.send(api.request(path).DELETE()).status()).isEqualTo(204);
        var wrong = api.post("/api/v1/webhooks", Map.of("url", "http://firm.example/", "types", List.of(TYPE)));
        assertThat(wrong.body().at("/code").asString()).isEqualTo("WEBHOOK_URL_NOT_ALLOWED");
        var unknown = api.post("/api/v1/webhooks", Map.of("url", receiver.url(), "types", List.of("atrium.no.v1")));
        assertThat(unknown.body().at("/code").asString()).isEqualTo("WEBHOOK_TYPES_UNKNOWN");
    }

    @Test
    void endpointsOfOthersAreAsAbsent() {
        send(owner.organisation(), "/vouchers/v-1", null);
        var delivery = latest().id();
        var other = house.firmOwner();
        var browser = house.browser(other);
        assertThat(browser.get("/webhooks").text()).doesNotContain(receiver.url());
        assertThat(browser.get("/webhooks/" + id).status()).isEqualTo(404);
        var api = house.api(other);
        assertThat(api.get("/api/v1/webhooks/" + id).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/webhooks/" + id + "/deliveries").status()).isEqualTo(404);
        assertThat(api.send(api.request("/api/v1/webhooks/" + id).DELETE()).status())
                .isEqualTo(404);
        assertThatThrownBy(() -> log.resend(other.actor(), id, delivery)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> webhooks.rotate(other.actor(), id)).isInstanceOf(RefusedException.class);
        var engineer = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.api(engineer).get("/api/v1/webhooks").status()).isEqualTo(403);
    }

    private void deliverUntil(int count) {
        await().atMost(SOON).until(() -> {
            rounds.round();
            return receiver.got().size() >= count;
        });
    }

    private void dueNow(String delivery) {
        database.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.RETRY_AT, OffsetDateTime.now().minusSeconds(1))
                .where(WEBHOOK_DELIVERY.ID.eq(delivery))
                .execute();
    }

    private DeliveryView latest() {
        return log.list(owner.actor(), id, ALL, 0, 1).getFirst();
    }

    private WebhookView view() {
        return webhooks.find(owner.actor(), id);
    }

    private static String signature(WebhookSecret secret, Receiver.Got got) {
        return secret.sign(got.header("Webhook-id"), Long.parseLong(got.header("Webhook-timestamp")), got.body());
    }

    private static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    private void send(OrgId organisation, String href, @Nullable Instant due) {
        transactions.executeWithoutResult(_ -> notices.send(new SendNotice(
                key(), new Recipient.Holders(organisation, Permission.READ_VOUCHER), "voucher", ISSUED, href, due)));
    }
}
