// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.MoveFigures;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/moves/figures`: what each of the two things saves by its template, and how long moves really took.
@Controller
class MoveFiguresPages {

    private final MoveFigures figures;

    MoveFiguresPages(MoveFigures figures) {
        this.figures = figures;
    }

    @GetMapping(MoveListPages.PATH + "/figures")
    PageView show(Actor actor, Text t) {
        actor.require(Permission.READ_MOVE);
        var page = new MoveFiguresPage(
                figures.all(actor).stream().map(each -> kind(each, t)).toList());
        return PageView.of("premises/figures", "premises.figures.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("premises.nav.moves", MoveListPages.PATH));
    }

    private static MoveFiguresPage.Kind kind(MoveFigures.Of figures, Text t) {
        var template = figures.template();
        var words = new MoveWords(t);
        return new MoveFiguresPage.Kind(
                "kind-" + template.kind(),
                t.of("premises.figures.kind", template.title(), template.version()),
                words.saved(template),
                measured(figures, t),
                figures.steps().stream().map(step -> step(step, t)).toList(),
                words.sources(template));
    }

    private static String measured(MoveFigures.Of figures, Text t) {
        var median = figures.medianDays();
        if (figures.finished() == 0) {
            return t.of("premises.figures.none");
        }
        return median == null
                ? t.of("premises.figures.too-few", figures.finished(), MoveFigures.MOVES_MIN)
                : t.of("premises.figures.measured", figures.finished(), number(median, t));
    }

    private static MoveFiguresPage.Step step(MoveFigures.StepFigures figures, Text t) {
        return new MoveFiguresPage.Step(
                t.of(figures.step().title()),
                t.of("premises.office", figures.step().office()),
                t.number(figures.step().days()),
                figures.done() == 0 ? "—" : t.of("premises.figures.in-time.of", figures.inTime(), figures.done()),
                number(figures.medianDays(), t));
    }

    private static String number(@Nullable Double median, Text t) {
        return median == null ? "—" : t.number(BigDecimal.valueOf(median).setScale(1, RoundingMode.HALF_UP));
    }
}
