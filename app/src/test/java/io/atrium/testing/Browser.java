// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A browser without scripts: cookies, redirects, forms with their hidden fields. What works here works with
/// JavaScript off.
public final class Browser {

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String language = "zh-CN";

    public Browser(String root) {
        this.root = root;
    }

    public record Page(int status, String path, Document document) {

        public String text() {
            return document.text();
        }
    }

    /// The same browser, with its cookies, at another node.
    public Browser at(String otherRoot) {
        var other = new Browser(otherRoot);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> other.cookies.getCookieStore().add(null, cookie));
        return other;
    }

    /// Asks for pages in this language from now on.
    public Browser in(String wanted) {
        language = wanted;
        return this;
    }

    /// The value of a cookie that the browser holds; empty without.
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    /// Where a page leads at once; empty when it does not.
    public String follow(String path) {
        try (var still = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var answer = still.send(
                    HttpRequest.newBuilder(URI.create(root + path)).build(), HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Page signIn(String login, String password) {
        return submit(get("/sign-in"), "form[action*=sign-in]", Map.of("login", login, "password", password));
    }

    /// Fills in the first form that the selector finds and sends it, hidden fields and all.
    public Page submit(Page page, String formSelector, Map<String, String> values) {
        var form = page.document().selectFirst(formSelector);
        if (form == null) {
            throw new AssertionError("no form " + formSelector + " on " + page.path() + ":\n" + page.text());
        }
        var fields = fields(form);
        fields.putAll(values);
        var target = form.attr("action").isEmpty() ? page.path() : form.attr("action");
        if (form.attr("method").equalsIgnoreCase("get")) {
            return get(target + "?" + encoded(fields));
        }
        return send(HttpRequest.newBuilder(URI.create(page.document().baseUri()).resolve(target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /// Presses a button of the form that posts to an address of its own (`formaction`).
    public Page post(Page page, String formSelector, String action, Map<String, String> values) {
        var form = page.document().selectFirst(formSelector);
        if (form == null) {
            throw new AssertionError("no form " + formSelector + " on " + page.path());
        }
        var fields = fields(form);
        fields.putAll(values);
        return send(HttpRequest.newBuilder(URI.create(root + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /// Sends a form with one file, hidden fields and all.
    public Page upload(Page page, String formSelector, String field, String fileName, byte[] content) {
        return upload(page, formSelector, Map.of(), field, fileName, content);
    }

    /// Sends a form with answers and one file.
    public Page upload(
            Page page,
            String formSelector,
            Map<String, String> answers,
            String field,
            String fileName,
            byte[] content) {
        var form = page.document().selectFirst(formSelector);
        if (form == null) {
            throw new AssertionError("no form " + formSelector + " on " + page.path());
        }
        var boundary = "----a-test-of-atrium";
        var body = new ByteArrayOutputStream();
        var answered = new LinkedHashMap<>(fields(form));
        answered.putAll(answers);
        answered.forEach((name, value) -> {
            if (!name.equals(field)) {
                body.writeBytes(part(boundary, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
            }
        });
        body.writeBytes(part(boundary, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(root + form.attr("action")))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String boundary, String disposition, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private static Map<String, String> fields(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (var input : form.select("input[name], textarea[name], select[name]")) {
            boolean isChoice =
                    input.attr("type").equals("radio") || input.attr("type").equals("checkbox");
            if (isChoice && !input.hasAttr("checked")) {
                continue;
            }
            fields.put(input.attr("name"), input.tagName().equals("select") ? chosen(input) : input.val());
        }
        return fields;
    }

    /// What a browser sends of a list: the chosen option, or the first.
    private static String chosen(Element select) {
        var options = select.select("option");
        if (options.isEmpty()) {
            throw new AssertionError("nothing to choose in " + select.outerHtml() + " of " + select.baseUri());
        }
        return options.stream()
                .filter(option -> option.hasAttr("selected"))
                .findFirst()
                .orElse(options.first())
                .val();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.header("Accept-Language", language)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.uri().getPath(),
                    Jsoup.parse(answer.body(), answer.uri().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
