// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import io.atrium.kernel.AtriumSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Where deliveries may go (推送目标): HTTPS on public addresses. In the demo also this machine, without TLS; private
/// networks only where the settings say so. The addresses are checked when a name is resolved for a connection.
@Component
class WebhookTarget {

    private static final int URL_LENGTH_MAX = 500;

    private final WebhookSettings settings;
    private final boolean isDemo;

    @Autowired
    WebhookTarget(WebhookSettings settings, AtriumSettings atrium) {
        this(settings, atrium.demo());
    }

    WebhookTarget(WebhookSettings settings, boolean isDemo) {
        this.settings = settings;
        this.isDemo = isDemo;
    }

    boolean isWellFormed(String url) {
        if (url.length() > URL_LENGTH_MAX) {
            return false;
        }
        try {
            var uri = URI.create(url);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && (isScheme(uri, "https") || isScheme(uri, "http") && mayBeThisMachine() && isThisMachine(uri));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The addresses of a name; refused when one of them must not be reached.
    InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(this::isAllowed)) {
            throw new UnknownHostException(host + " does not lead to a public address");
        }
        return addresses;
    }

    private boolean isAllowed(InetAddress address) {
        return settings.privateAddresses()
                || address.isLoopbackAddress() && mayBeThisMachine()
                || PublicAddress.is(address);
    }

    private boolean mayBeThisMachine() {
        return isDemo || settings.privateAddresses();
    }

    private static boolean isThisMachine(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static boolean isScheme(URI uri, String scheme) {
        return scheme.equalsIgnoreCase(uri.getScheme());
    }
}
