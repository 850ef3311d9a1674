// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Calls endpoints that others run (推送客户端), and trusts none of them: the address is checked where the name is resolved
/// for the very connection, no redirect is followed, every call ends within a time limit, and little of the answer is
/// read.
@Component
class WebhookCaller {

    private static final Timeout CONNECT_MAX = Timeout.ofSeconds(5);
    private static final Timeout SILENCE_MAX = Timeout.ofSeconds(10);
    private static final long CALL_SECONDS_MAX = 15;
    private static final int ANSWER_BYTES_MAX = 500;

    private final CloseableHttpClient http;

    WebhookCaller(WebhookTarget target) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(target))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_MAX)
                        .setSocketTimeout(SILENCE_MAX)
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(SILENCE_MAX)
                        .setConnectionRequestTimeout(CONNECT_MAX)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Atrium-Webhooks")
                .build();
    }

    /// @param statusCode null when there was no answer
    /// @param answer the first bytes of the answer
    /// @param problem what went wrong on the way
    /// @param headers lower-case names
    record Answer(
            @Nullable Integer statusCode,
            String answer,
            @Nullable String problem,
            Map<String, String> headers) {

        boolean isSuccess() {
            return statusCode != null && statusCode >= 200 && statusCode < 300;
        }
    }

    Answer post(String url, Map<String, String> headers, String body) {
        var request = new HttpUriRequestBase("POST", URI.create(url));
        request.setEntity(
                new StringEntity(body, ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8)));
        return call(request, headers);
    }

    Answer options(String url, Map<String, String> headers) {
        return call(new HttpUriRequestBase("OPTIONS", URI.create(url)), headers);
    }

    private Answer call(HttpUriRequestBase request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        var limit = new CompletableFuture<Void>().completeOnTimeout(null, CALL_SECONDS_MAX, TimeUnit.SECONDS);
        var aborting = limit.thenRun(request::abort);
        try {
            return http.execute(request, WebhookCaller::answer);
        } catch (IOException e) {
            return new Answer(null, "", words(e), Map.of());
        } finally {
            aborting.cancel(false);
            limit.cancel(false);
        }
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        var headers = new HashMap<String, String>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new Answer(response.getCode(), start(response), null, headers);
    }

    /// Read only to the limit; the connection is closed with what is left of it.
    private static String start(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        var bytes = entity.getContent().readNBytes(ANSWER_BYTES_MAX);
        response.close();
        return new String(bytes, StandardCharsets.UTF_8).replace('\u0000', ' ');
    }

    private static String words(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }

    private record Checked(WebhookTarget target) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return target.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
