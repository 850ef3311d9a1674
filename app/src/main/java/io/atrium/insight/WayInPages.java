// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/join`: how a firm moves in: what is done, by whom, by when.
@Controller
class WayInPages {

    @GetMapping("/join")
    PageView join(Text t) {
        return PageView.of("insight/join", "insight.join.title", new JoinPage(steps(t), questions(t)));
    }

    private static List<JoinPage.Step> steps(Text t) {
        return Stream.of("ask", "registry", "account", "look", "use")
                .map(step -> "insight.join.step." + step)
                .map(key -> new JoinPage.Step(t.of(key), t.of(key + ".text"), t.of(key + ".who"), t.of(key + ".when")))
                .toList();
    }

    private static List<JoinPage.Question> questions(Text t) {
        return Stream.of("who", "cost", "data", "leave")
                .map(name -> "insight.join.question." + name)
                .map(key -> new JoinPage.Question(t.of(key), t.of(key + ".answer")))
                .toList();
    }
}
