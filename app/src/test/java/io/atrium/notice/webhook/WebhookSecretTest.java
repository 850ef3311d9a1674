// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WHK-4")
class WebhookSecretTest {

    /// The example of the documentation of Standard Webhooks.
    @Test
    void signsAsStandardWebhooksDoes() {
        var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachIsAnotherAndNoneIsLogged() {
        var secret = WebhookSecret.random();
        assertThat(secret).isNotEqualTo(WebhookSecret.random());
        assertThat(secret.value()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret).hasToString("WebhookSecret");
    }
}
