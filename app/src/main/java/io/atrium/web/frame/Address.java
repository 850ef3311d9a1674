// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the reader is (当前地址): path and query, to which the switches of language and theme lead back. On an error page
/// it is the address that failed. What was posted never becomes part of it.
record Address(String path, Map<String, String> query) {

    static Address of(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed;
        var query = new LinkedHashMap<String, String>();
        if (request.getMethod().equals("GET") && failed == null) {
            request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        }
        return new Address(path, query);
    }

    String with(String name, String value) {
        var other = new LinkedHashMap<>(query);
        Preferences.NAMES.forEach(other::remove);
        other.put(name, value);
        return path + "?"
                + other.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
