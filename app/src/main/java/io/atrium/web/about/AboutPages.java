// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.about;

import io.atrium.web.PageView;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/help`, `/privacy`, `/accessibility`: open to everybody, linked from every page.
@Controller
class AboutPages {

    @GetMapping("/help")
    PageView help() {
        return page("help", "start", "who", "refused", "person");
    }

    @GetMapping("/privacy")
    PageView privacy() {
        return page("privacy", "stored", "cookies", "seen", "kept");
    }

    @GetMapping("/accessibility")
    PageView accessibility() {
        return page("accessibility", "goal", "state", "contact");
    }

    private static PageView page(String name, String... sections) {
        List<String> keys = Stream.of(sections)
                .map(section -> "web." + name + "." + section)
                .toList();
        return PageView.of("about/page", "web." + name + ".title", new AboutPage(keys));
    }
}
