// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetTest {

    private static final WebhookTarget STRICT = target(false, false);
    private static final WebhookTarget DEMO = target(false, true);
    private static final WebhookTarget PRIVATE = target(true, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:1::",
                "2001:db8::1"
            })
    void specialAddressesAreNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> STRICT.resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "114.114.114.114", "172.32.0.1", "100.128.0.1", "2400:3200::1", "2606:4700::1111"})
    void otherAddressesAre(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
        assertThat(STRICT.resolve(address)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://firm.example/hook",
                "ftp://firm.example/",
                "https://",
                "https:///hook",
                "not an address",
                "",
                "https://user:pass@firm.example/",
                "https://firm.example/#part",
                "http://127.0.0.1/hook"
            })
    void addressesThatMayNotBeCalled(String url) {
        assertThat(STRICT.isWellFormed(url)).isFalse();
    }

    @Test
    void thisMachineIsReachedInTheDemoOnly() throws UnknownHostException {
        assertThat(STRICT.isWellFormed("https://firm.example:8443/hook?x=1")).isTrue();
        assertThat(DEMO.isWellFormed("http://127.0.0.1:9/hook")).isTrue();
        assertThat(DEMO.isWellFormed("http://firm.example/hook")).isFalse();
        assertThat(DEMO.resolve("127.0.0.1")).isNotEmpty();
        assertThatThrownBy(() -> DEMO.resolve("10.0.0.1")).isInstanceOf(UnknownHostException.class);
        assertThat(PRIVATE.resolve("10.0.0.1")).isNotEmpty();
        assertThatThrownBy(() -> STRICT.resolve("localhost")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void longAddressesAreRefused() {
        assertThat(STRICT.isWellFormed("https://firm.example/" + "x".repeat(500)))
                .isFalse();
    }

    private static WebhookTarget target(boolean privateAddresses, boolean isDemo) {
        return new WebhookTarget(new WebhookSettings(privateAddresses, 30, Duration.ofHours(24)), isDemo);
    }
}
