// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A person at a browser: keeps cookies, follows redirects, can sign in.
public final class Reader {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"");
    private static final double BYTES_PER_KILOBYTE = 1_000;

    private final URI root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public Reader(URI root) {
        this.root = root;
    }

    /// The whole page; a status other than 200 is an error.
    public byte[] read(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IOException(path + " answered " + answer.statusCode());
        return answer.body();
    }

    /// The style sheets and scripts that a page names.
    public List<String> filesOf(String path) throws IOException, InterruptedException {
        return FILE.matcher(new String(read(path), StandardCharsets.UTF_8))
                .results()
                .map(file -> file.group(1))
                .distinct()
                .toList();
    }

    /// Kilobytes of an answer as it travels to a browser.
    public double compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Accept-Encoding", "gzip")
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).body().length / BYTES_PER_KILOBYTE;
    }

    public void signIn(String login, String password) throws IOException, InterruptedException {
        var form = new String(read("/sign-in"), StandardCharsets.UTF_8);
        var token = CSRF.matcher(form);
        if (!token.find()) throw new IOException("the sign-in page has no token against forgery");
        var fields = "login=" + encoded(login) + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
        var request = HttpRequest.newBuilder(root.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
        var answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/sign-in")) {
            throw new IOException(login + " cannot sign in: " + answer.statusCode() + " " + answer.uri());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
