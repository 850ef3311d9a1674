// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class BodyLimitTest {

    private static final String LARGE = "/policy-snapshots/files";

    private final byte[] tooMuch = new byte[(int) BodyLimit.BYTES_MAX + 1];

    @Autowired
    House house;

    private static Api.Answer send(Api api, String path, String type, BodyPublisher body) {
        return api.send(api.request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", "test-" + UUID.randomUUID())
                .POST(body));
    }

    @Test
    void aBodyThatSaysThatItIsTooLargeIsNotRead() {
        var answer = send(
                house.api(house.operator()),
                "/api/v1/registry-imports",
                "text/csv",
                BodyPublishers.ofByteArray(tooMuch));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIsReadNoFurtherThanTheLimit() {
        var answer = send(
                house.api(house.operator()),
                "/api/v1/registry-imports",
                "text/csv",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void aFormThatDoesNotSayHowLargeItIsIsRefused() {
        var answer = send(
                house.stranger(),
                "/registry-imports",
                "multipart/form-data; boundary=x",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aFormIsToldOnAPage() {
        var browser = house.browser(house.operator());
        var page = browser.upload(
                browser.get("/registry-imports"), "form[action=/registry-imports]", "file", "large.csv", tooMuch);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.document().title()).isNotEmpty();
    }

    @Test
    void aStrangerDoesNotGetRoomForLargeFiles() {
        var answer =
                send(house.stranger(), LARGE, "multipart/form-data; boundary=x", BodyPublishers.ofByteArray(tooMuch));

        assertThat(answer.status()).isEqualTo(413);
    }
}
