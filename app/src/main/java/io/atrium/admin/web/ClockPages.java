// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.AdminRefusal;
import io.atrium.admin.ClockAdvances;
import io.atrium.admin.ClockPreview;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/business-clock`: business time, and in the demo a move forward with what falls due by it.
@Controller
class ClockPages {

    private static final String PAGE = "/business-clock";
    private static final String DAYS = "days";

    private final BusinessClock clock;
    private final InstantSource systemClock;
    private final ClockAdvances advances;
    private final ClockPreview preview;
    private final AtriumSettings settings;
    private final RequestKeys keys;

    ClockPages(
            BusinessClock clock,
            InstantSource systemClock,
            ClockAdvances advances,
            ClockPreview preview,
            AtriumSettings settings,
            RequestKeys keys) {
        this.clock = clock;
        this.systemClock = systemClock;
        this.advances = advances;
        this.preview = preview;
        this.settings = settings;
        this.keys = keys;
    }

    @Bean
    static NavItem clockNavItem() {
        return NavItem.needing(Permission.ADVANCE_CLOCK, NavGroup.SETTINGS, "admin.clock.title", PAGE, 65);
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, Text t, @RequestParam(name = DAYS, required = false) @Nullable String typed) {
        actor.require(Permission.ADVANCE_CLOCK);
        if (typed == null) {
            return page(ask(), null, t);
        }
        var answers = Map.of(DAYS, typed);
        int days = days(typed);
        if (days == 0) {
            var wrong = FieldError.of(DAYS, "admin.clock.days.wrong", ClockAdvances.WORKING_DAYS_MAX);
            return page(ask().answered(answers).wrong(List.of(wrong)), null, t).refused();
        }
        var target = preview.target(days);
        if (target.isEmpty()) {
            var refusal = Refusal.of(AdminRefusal.CALENDAR_ENDS, "day", clock.today().toString());
            return page(ask().answered(answers).refused(refusal), null, t).refused();
        }
        var due = preview.fallingDue(target.get(), t);
        var confirm = Form.to(PAGE, "admin.clock.advance", Field.hidden(DAYS, String.valueOf(days)))
                .keyed(keys.fresh());
        return page(
                ask().answered(answers),
                new ClockPage.Preview(
                        t.dateTime(target.get()), t.of("admin.clock.preview.count", due.size()), due, confirm),
                t);
    }

    @PostMapping(PAGE)
    ModelAndView advance(Actor actor, RequestKey key, Text t, @RequestParam(name = DAYS, defaultValue = "") String typed) {
        return switch (advances.advance(actor, key, days(typed))) {
            case ClockAdvances.Outcome.Advanced(_, var to) ->
                SeeOther.to(PAGE).saying(Flash.done("admin.clock.advanced", t.dateTime(to)));
            case ClockAdvances.Outcome.Refused(var refusal) ->
                page(ask().answered(Map.of(DAYS, typed)).refused(refusal), null, t).refused();
        };
    }

    private PageView page(Form ask, ClockPage.@Nullable Preview shown, Text t) {
        var facts = List.of(
                Fact.of(t.of("admin.clock.business"), t.dateTime(clock.instant())),
                Fact.of(t.of("admin.clock.system"), t.dateTime(systemClock.instant())));
        return PageView.of(
                        "admin/clock",
                        "admin.clock.title",
                        new ClockPage(facts, settings.demo() ? ask : null, shown))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private static Form ask() {
        return Form.to(
                PAGE,
                "admin.clock.preview",
                Field.number(DAYS, "admin.clock.days")
                        .hint("admin.clock.days.hint")
                        .unit("admin.clock.days.unit"));
    }

    /// Zero when it is no number that a move may have.
    private static int days(String typed) {
        try {
            int days = Integer.parseInt(typed.strip());
            return days >= 1 && days <= ClockAdvances.WORKING_DAYS_MAX ? days : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
