// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.reference.Route;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Walker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What travels to a browser, compressed.
@AtriumTest
@Tag("HTX-8")
class WeightTest {

    private static final int PAGE_BYTES_MAX = 150_000;
    private static final int STYLE_AND_SCRIPT_BYTES_MAX = 120_000;
    private static final int SCRIPT_BYTES_MAX = 80_000;

    @Autowired
    private House house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void stylesAndScriptsOfEveryPageAreLight() throws IOException {
        var walker = house.walker();
        var page = Jsoup.parse(walker.get("/").body());
        int scripts = 0;
        for (var script : page.select("script[src]").eachAttr("src")) {
            scripts += compressed(walker.get(script));
        }
        int styles = 0;
        for (var style : page.select("link[rel=stylesheet]").eachAttr("href")) {
            styles += compressed(walker.get(style));
        }
        assertThat(scripts).isLessThan(SCRIPT_BYTES_MAX);
        assertThat(scripts + styles).isLessThan(STYLE_AND_SCRIPT_BYTES_MAX);
    }

    @Test
    void pagesAreLight() throws IOException {
        var walker = house.walker(house.operator());
        for (var route : Route.all(mappings)) {
            if (route.isRead() && !route.isApi() && route.variables().isEmpty()) {
                assertThat(compressed(walker.get(route.path())))
                        .as(route.path())
                        .isLessThan(PAGE_BYTES_MAX);
            }
        }
    }

    private static int compressed(Walker.Answer answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
