// SPDX-License-Identifier: Apache-2.0
package io.atrium.reference;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An address that the application answers to (路由), with the method that does.
public record Route(String method, String path, HandlerMethod handler) {

    private static final String API = "/api/";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /// Every route of Atrium's own controllers, by path.
    public static List<Route> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.atrium."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, entry.getValue()))))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    public boolean isApi() {
        return path.startsWith(API);
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    /// Each variable, named by the path that leads to it without the API's prefix: `/jobs/{id}`. Two routes under one
    /// path
    /// so mean the same thing by it.
    public List<String> variables() {
        return VARIABLE.matcher(path)
                .results()
                .map(variable -> path.substring(0, variable.end()).replaceFirst("^/api/v1", ""))
                .toList();
    }

    /// The path with all its variables filled in.
    public String filled(UnaryOperator<String> valueOf) {
        var values = variables().stream().map(valueOf).toList().iterator();
        return VARIABLE.matcher(path).replaceAll(_ -> Matcher.quoteReplacement(values.next()));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
