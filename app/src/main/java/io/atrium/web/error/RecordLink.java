// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// The page of the record that a refused form was about (原记录): the nearest page above the address that it was sent to.
@Component
class RecordLink {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    RecordLink(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /// Empty for what was not sent by a form.
    Optional<String> of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return Optional.empty();
        }
        var pages = pages();
        return Stream.iterate(above(request.getRequestURI()), path -> path.length() > 1, RecordLink::above)
                .filter(path -> pages.stream().anyMatch(page -> page.matches(PathContainer.parsePath(path))))
                .findFirst();
    }

    private List<PathPattern> pages() {
        return routes.getObject().getHandlerMethods().keySet().stream()
                .filter(RecordLink::isRead)
                .flatMap(route -> Optional.ofNullable(route.getPathPatternsCondition()).stream())
                .flatMap(condition -> condition.getPatterns().stream())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static boolean isRead(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static String above(String path) {
        int last = path.lastIndexOf('/');
        return last <= 0 ? "/" : path.substring(0, last);
    }
}
