// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.notice.mail.MailServer.Answer;
import io.atrium.notice.mail.MailServer.Body;
import io.atrium.notice.mail.MailServer.Envelope;
import io.atrium.notice.mail.MailSettings.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private static final Envelope ENVELOPE = new Envelope("eml_1", "a@firm.example", Instant.EPOCH);
    private static final Body BODY = new Body("消息", "文字", "<p>文字</p>");

    @Test
    void acceptedIsAccepted() throws IOException {
        try (var smtp = new KillingSmtp(_ -> "250 ok")) {
            assertThat(send(smtp.port(), Tls.NONE)).isInstanceOf(Answer.Accepted.class);
            assertThat(smtp.taken().getFirst()).contains("Message-ID: <eml_1@atrium.example>", "To: a@firm.example");
        }
    }

    @Test
    void refusalForGoodIsToldFromOneForNow() throws IOException {
        try (var smtp = new KillingSmtp(_ -> "554 no such thing")) {
            assertThat(send(smtp.port(), Tls.NONE)).isInstanceOf(Answer.Refused.class);
        }
        try (var smtp = new KillingSmtp(_ -> "451 later")) {
            assertThat(send(smtp.port(), Tls.NONE)).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void hangingUpAndNotBeingThereFailForNow() throws IOException {
        int port;
        try (var smtp = new KillingSmtp(_ -> null)) {
            port = smtp.port();
            assertThat(send(port, Tls.NONE)).isInstanceOf(Answer.Failed.class);
        }
        assertThat(send(port, Tls.NONE)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void withoutTheEncryptionThatIsAskedForNothingIsSent() throws IOException {
        try (var smtp = new KillingSmtp(_ -> "250 ok")) {
            assertThat(send(smtp.port(), Tls.STARTTLS)).isInstanceOf(Answer.Failed.class);
            assertThat(smtp.taken()).isEmpty();
        }
    }

    private static Answer send(int port, Tls tls) {
        var settings = new MailSettings(
                "127.0.0.1", port, null, "", "house@atrium.example", tls, URI.create("https://atrium.example"));
        return new MailServer(settings).send(ENVELOPE, BODY);
    }
}
