// SPDX-License-Identifier: Apache-2.0
package io.atrium.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Walker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@AtriumTest
class RoutesTest {

    private static final Path PAGE = Path.of("..", RouteList.PAGE);

    @Autowired
    private House house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void theCommittedPageIsTheOneThatTheApplicationGives() throws IOException {
        var stranger = house.walker();
        var operations = house.stranger().get("/api/v1/openapi").body().get("paths");
        var page = new RouteList()
                .page(Route.all(mappings), route -> isPublic(stranger, route), route -> summary(operations, route));
        if (Boolean.getBoolean("atrium.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("run ./atrium routes and commit %s", RouteList.PAGE)
                .isEqualTo(page);
    }

    private static boolean isPublic(Walker stranger, Route route) {
        var answer = stranger.send(route.method(), route.filled(_ -> "x"));
        boolean isSentToSignIn = answer.status() == 302 && answer.location().endsWith("/sign-in");
        return answer.status() != 401 && !isSentToSignIn;
    }

    private static String summary(JsonNode operations, Route route) {
        return operations
                .path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT))
                .path("summary")
                .asString("");
    }
}
