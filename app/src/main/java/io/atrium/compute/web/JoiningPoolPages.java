// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningRules;
import io.atrium.compute.joining.JoiningStep;
import io.atrium.compute.joining.JoiningWrong;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/provider-joinings/new/pools` and `…/prices`: the pools of an application to join, one page each, and their prices.
@Controller
class JoiningPoolPages {

    private static final String POOLS = JoiningCourse.NEW + "/pools";
    private static final String PRICES = JoiningCourse.NEW + "/prices/";

    private final JoiningCourse course;
    private final BusinessClock clock;

    JoiningPoolPages(JoiningCourse course, BusinessClock clock) {
        this.course = course;
        this.clock = clock;
    }

    @GetMapping(POOLS)
    ModelAndView pools(Actor actor, Text t) {
        var draft = course.draft(actor);
        if (draft.pools() == 0) {
            return SeeOther.to(POOLS + "/1");
        }
        var rows = IntStream.rangeClosed(1, draft.pools())
                .mapToObj(number -> row(t, draft, number))
                .toList();
        var onward = course.wrong(draft.answers()).stream()
                .filter(wrong -> wrong.step() == JoiningStep.POOLS)
                .findFirst()
                .map(JoiningCourse::href)
                .orElse(PRICES + "1");
        var page = new JoiningPage.Pools(
                course.course(actor, t, JoiningStep.POOLS, JoiningCourse.NEW + "/contact"),
                table(rows.size()),
                rows,
                draft.pools() < JoiningRules.POOLS_MAX ? POOLS + "/" + (draft.pools() + 1) : null,
                onward);
        return JoiningCourse.view("compute/joining-pools", "compute.joining.pools.title", page);
    }

    private static Table table(int rows) {
        return Table.of(
                "compute.joining.pools.caption",
                Empty.nothingYet("compute.joining.pools.none"),
                rows,
                Column.text("compute.pool"),
                Column.text("compute.gpu-model"),
                Column.number("compute.prices.gpus"),
                Column.text("compute.joining.region"),
                Column.text("compute.job.actions"));
    }

    private static JoiningPage.PoolRow row(Text t, JoiningDraft draft, int number) {
        var pool = draft.answers().pools().get(number - 1);
        return new JoiningPage.PoolRow(
                POOLS + "/" + number,
                pool.id(),
                pool.gpuModel(),
                t.of("compute.joining.size", t.number(pool.nodes()), pool.gpusPerNode(), t.number(pool.gpus())),
                pool.region(),
                Form.to(POOLS + "/" + number + "/removal", "compute.joining.pool.remove"));
    }

    @GetMapping(POOLS + "/{number}")
    PageView pool(Actor actor, @PathVariable int number, Text t) {
        var draft = course.draft(actor);
        requireBetween(1, number, Math.min(draft.pools() + 1, JoiningRules.POOLS_MAX));
        var form = JoiningQuestions.pool(number).answered(draft.group(JoiningDraft.pool(number)));
        return pool(actor, t, draft, number, form);
    }

    @PostMapping(POOLS + "/{number}")
    ModelAndView answerPool(Actor actor, @PathVariable int number, Text t, @RequestParam Map<String, String> typed) {
        var before = course.draft(actor);
        requireBetween(1, number, Math.min(before.pools() + 1, JoiningRules.POOLS_MAX));
        var draft = before.with(JoiningDraft.pool(number), JoiningDraft.POOL_NAMES, typed);
        var errors = new ArrayList<>(JoiningQuestions.errors(wrong(draft, JoiningStep.POOLS, number)));
        if (!List.of("yes", "no").contains(typed.getOrDefault("domestic", ""))) {
            errors.add(FieldError.of("domestic", "compute.provider.choice.wrong"));
        }
        if (!errors.isEmpty()) {
            var form = JoiningQuestions.pool(number).answered(typed).wrong(errors);
            return pool(actor, t, before, number, form).refused();
        }
        course.keep(actor, draft);
        return SeeOther.to(POOLS);
    }

    @PostMapping(POOLS + "/{number}/removal")
    ModelAndView remove(Actor actor, @PathVariable int number) {
        var draft = course.draft(actor);
        requireBetween(1, number, draft.pools());
        course.keep(actor, draft.withoutPool(number));
        return SeeOther.to(POOLS).saying(Flash.note("compute.joining.flash.removed"));
    }

    private PageView pool(Actor actor, Text t, JoiningDraft draft, int number, Form form) {
        var before = draft.pools() == 0 ? JoiningCourse.NEW + "/contact" : POOLS;
        var page = new JoiningPage.Questions(course.course(actor, t, JoiningStep.POOLS, before), List.of(), form);
        return JoiningCourse.view("compute/joining-step", "compute.joining.pool.title", page, number);
    }

    @GetMapping(PRICES + "{number}")
    PageView price(Actor actor, @PathVariable int number, Text t) {
        var draft = course.draft(actor);
        requireBetween(1, number, draft.pools());
        var form = JoiningQuestions.price(number).answered(draft.group(JoiningDraft.pool(number)));
        return price(actor, t, draft, number, form);
    }

    @PostMapping(PRICES + "{number}")
    ModelAndView answerPrice(Actor actor, @PathVariable int number, Text t, @RequestParam Map<String, String> typed) {
        var before = course.draft(actor);
        requireBetween(1, number, before.pools());
        var draft = before.with(JoiningDraft.pool(number), JoiningDraft.PRICE_NAMES, typed);
        var pool = draft.answers().pools().get(number - 1);
        var wrong = JoiningRules.price(pool, number, clock.today());
        if (!wrong.isEmpty()) {
            var form = JoiningQuestions.price(number).answered(typed).wrong(JoiningQuestions.errors(wrong));
            return price(actor, t, before, number, form).refused();
        }
        course.keep(actor, draft);
        return SeeOther.to(number < draft.pools() ? PRICES + (number + 1) : JoiningCourse.NEW + "/terms");
    }

    private PageView price(Actor actor, Text t, JoiningDraft draft, int number, Form form) {
        var pool = draft.answers().pools().get(number - 1);
        var before = number == 1 ? POOLS : PRICES + (number - 1);
        var page = new JoiningPage.Questions(course.course(actor, t, JoiningStep.PRICES, before), List.of(), form);
        return JoiningCourse.view("compute/joining-step", "compute.joining.price.title", page, pool.id());
    }

    private List<JoiningWrong> wrong(JoiningDraft draft, JoiningStep step, int number) {
        return course.wrong(draft.answers()).stream()
                .filter(wrong -> wrong.step() == step && wrong.pool() == number)
                .toList();
    }

    private static void requireBetween(int least, int number, int most) {
        if (number < least || number > most) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }
}
