// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.text.RefusalText;
import io.atrium.web.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/problems` lists every refusal code, `/problems/{code}` explains one: the `type` of problem documents leads here.
@Controller
class ProblemPages {

    private static final Crumb ALL = Crumb.of("web.problems.title", "/problems");

    private final RefusalCodes codes;

    ProblemPages(RefusalCodes codes) {
        this.codes = codes;
    }

    @GetMapping("/problems")
    PageView all(Text t) {
        return PageView.of("error/problems", "web.problems.title", codes.all(t));
    }

    @GetMapping("/problems/{code}")
    PageView one(@PathVariable String code, Text t) {
        if (!codes.has(code)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        RefusalText words = t.refusal(code);
        return PageView.of("error/problem", "problem." + code + ".title", words).under(ALL);
    }
}
