// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobState;
import io.atrium.compute.share.FairShares;
import io.atrium.compute.simulation.ReplayView;
import io.atrium.compute.simulation.Replays;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// `/replay`: starts, follows and ends the replay of a day; in the demo only.
@Controller
@ConditionalOnProperty(name = "atrium.demo", havingValue = "true")
class ReplayPages {

    private static final String PAGE = "/replay";

    private final Replays replays;
    private final FairShares shares;
    private final InstantSource clock;
    private final RequestKeys keys;

    ReplayPages(Replays replays, FairShares shares, InstantSource clock, RequestKeys keys) {
        this.replays = replays;
        this.shares = shares;
        this.clock = clock;
        this.keys = keys;
    }

    @Bean
    static NavItem replayNavItem() {
        return NavItem.needing(Permission.RUN_SYSTEM, NavGroup.SETTINGS, "compute.replay.nav", PAGE, 66);
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, Text t) {
        return page(actor, t, start());
    }

    @PostMapping("/replay/start")
    ModelAndView start(Actor actor, RequestKey key, Text t) {
        try {
            replays.start(actor, key);
            return SeeOther.to(PAGE).saying(Flash.done("compute.replay.flash.started"));
        } catch (RefusedException refused) {
            return page(actor, t, start().refused(refused.refusal())).refused();
        }
    }

    @PostMapping("/replay/end")
    SeeOther end(Actor actor, RequestKey key) {
        replays.end(actor, key);
        return SeeOther.to(PAGE).saying(Flash.done("compute.replay.flash.ended"));
    }

    private Form start() {
        return Form.to("/replay/start", "compute.replay.start").keyed(keys.fresh());
    }

    private PageView page(Actor actor, Text t, Form start) {
        var newest = replays.newest(actor).orElse(null);
        var counts = replays.counts(actor);
        boolean isRunning = newest != null && newest.isRunning();
        boolean maySeeJobs = actor.may(Permission.READ_JOB);
        boolean isOpen = isRunning || counts.keySet().stream().anyMatch(JobState::isStoppable);
        var page = new ReplayPage(
                isRunning,
                newest == null ? List.of() : facts(actor, t, newest, counts),
                next(t, newest, isRunning),
                isRunning && !start.isRefused() ? null : start,
                List.of(
                        t.of("compute.replay.effect.day"),
                        t.of("compute.replay.effect.queue"),
                        t.of("compute.replay.effect.lending"),
                        t.of("compute.replay.effect.book"),
                        t.of("compute.replay.effect.firms")),
                isOpen && actor.may(Permission.STOP_JOB)
                        ? Form.to("/replay/end", "compute.replay.end").keyed(keys.fresh())
                        : null,
                List.of(t.of("compute.replay.end.effect")),
                maySeeJobs);
        return PageView.of("compute/replay", "compute.replay.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private List<Fact> facts(Actor actor, Text t, ReplayView replay, Map<JobState, Integer> counts) {
        boolean maySeeJobs = actor.may(Permission.READ_JOB);
        var time = replay.timeOfDay(clock.instant()).truncatedTo(ChronoUnit.MINUTES);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.replay.started"), t.dateTime(replay.startedAt()))
                .from(replay.startedBy()));
        facts.add(Fact.of(t.of("compute.replay.time"), time.toString()));
        facts.add(
                Fact.of(t.of("compute.replay.arrived"), t.of("compute.replay.of", replay.submitted(), replay.jobs())));
        var waiting = Fact.of(t.of("compute.replay.waiting"), t.number(counts.getOrDefault(JobState.QUEUED, 0)));
        facts.add(maySeeJobs ? waiting.linked("/jobs?state=queued") : waiting);
        int atWork = counts.getOrDefault(JobState.RUNNING, 0) + counts.getOrDefault(JobState.PLACED, 0);
        var working = Fact.of(t.of("compute.replay.at-work"), t.number(atWork));
        facts.add(maySeeJobs ? working.linked("/jobs?state=running") : working);
        var lent = shares.lentByPools().values().stream().reduce(GpuAmount.ZERO, GpuAmount::plus);
        var borrowed = Fact.of(t.of("compute.replay.borrowed"), t.of("compute.badge.gpus", lent));
        facts.add(maySeeJobs ? borrowed.linked("/fair-share") : borrowed);
        facts.add(Fact.of(t.of("compute.replay.interruptions"), t.number(replays.interruptions(actor))));
        facts.add(Fact.of(t.of("compute.replay.settled"), t.number(counts.getOrDefault(JobState.SETTLED, 0))));
        return facts;
    }

    private static Next next(Text t, @Nullable ReplayView replay, boolean isRunning) {
        return isRunning && replay != null
                ? new Next(
                        t.of("compute.replay.next.running", t.dateTimeShort(replay.arrivesUntil())),
                        t.of("compute.replay.next.who"),
                        null)
                : new Next(t.of("compute.replay.next.none"), t.of("compute.replay.next.you"), null);
    }
}
