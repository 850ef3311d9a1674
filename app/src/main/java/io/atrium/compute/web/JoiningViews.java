// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningAnswers;
import io.atrium.compute.joining.JoiningState;
import io.atrium.compute.joining.JoiningStep;
import io.atrium.compute.joining.JoiningView;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applications to join in the reader's words.
record JoiningViews(Text t) {

    /// The answers, group by group.
    ///
    /// @param isOpen whether each group leads to where it is changed
    List<JoiningPage.Group> groups(String provider, JoiningAnswers answers, boolean isOpen) {
        var groups = new ArrayList<JoiningPage.Group>();
        groups.add(group(JoiningStep.CONTACT, contact(provider, answers.contact()), isOpen, "/contact"));
        for (int number = 1; number <= answers.pools().size(); number++) {
            var pool = answers.pools().get(number - 1);
            groups.add(new JoiningPage.Group(
                    t.of("compute.joining.pool.of", pool.id()),
                    pool(pool),
                    isOpen ? JoiningCourse.NEW + "/pools/" + number : null));
            groups.add(new JoiningPage.Group(
                    t.of("compute.joining.price.of", pool.id()),
                    price(pool),
                    isOpen ? JoiningCourse.NEW + "/prices/" + number : null));
        }
        groups.add(group(JoiningStep.TERMS, terms(answers.terms()), isOpen, "/terms"));
        return groups;
    }

    private JoiningPage.Group group(JoiningStep step, List<Fact> facts, boolean isOpen, String where) {
        return new JoiningPage.Group(
                t.of("compute.joining.step", step), facts, isOpen ? JoiningCourse.NEW + where : null);
    }

    private List<Fact> contact(String provider, JoiningAnswers.Contact contact) {
        return List.of(
                fact("compute.provider", provider),
                fact("compute.joining.name", contact.name()),
                fact("compute.joining.phone", contact.phone()),
                fact("compute.joining.email", contact.email()),
                fact("compute.joining.about", contact.about()));
    }

    private List<Fact> pool(JoiningAnswers.Pool pool) {
        return List.of(
                fact("compute.gpu-model", pool.gpuModel()),
                fact("compute.joining.gpu_memory_gib", t.of("compute.joining.gib", t.number(pool.gpuMemoryGib()))),
                fact(
                        "compute.joining.domestic",
                        t.of(pool.domestic() ? "compute.joining.domestic.yes" : "compute.joining.domestic.no")),
                fact(
                        "compute.prices.gpus",
                        t.of(
                                "compute.joining.size",
                                t.number(pool.nodes()),
                                pool.gpusPerNode(),
                                t.number(pool.gpus()))),
                fact("compute.joining.shares_per_gpu", t.of("compute.joining.shares_per_gpu." + pool.sharesPerGpu())),
                fact("compute.joining.cpus_per_node", t.number(pool.cpusPerNode())),
                fact("compute.joining.memory_gib", t.of("compute.joining.gib", t.number(pool.memoryGib()))),
                fact("compute.joining.region", pool.region()),
                fact("compute.joining.link_gbit", GpuWords.link(t, pool.shape().link())));
    }

    private List<Fact> price(JoiningAnswers.Pool pool) {
        return List.of(
                fact("compute.price", t.yuan(pool.price())), fact("compute.joining.from", t.dateShort(pool.from())));
    }

    private List<Fact> terms(JoiningAnswers.Terms terms) {
        return List.of(
                fact("compute.joining.service_hours", terms.serviceHours()),
                fact("compute.joining.incident_contact", terms.incidentContact()),
                fact("compute.joining.settlement_account", terms.settlementAccount()));
    }

    private Fact fact(String labelKey, String value) {
        return Fact.of(t.of(labelKey), value.isEmpty() ? "—" : value);
    }

    static Tag tag(JoiningState state) {
        return switch (state) {
            case SUBMITTED -> Tag.of(Tone.WAIT, "compute.joining.state.SUBMITTED");
            case RETURNED -> Tag.of(Tone.WAIT, "compute.joining.state.RETURNED");
            case ACCEPTED -> Tag.of(Tone.GOOD, "compute.joining.state.ACCEPTED");
            case DECLINED -> Tag.of(Tone.BAD, "compute.joining.state.DECLINED");
            case WITHDRAWN -> Tag.of(Tone.PLAIN, "compute.joining.state.WITHDRAWN");
        };
    }

    List<Step> steps(JoiningView joining) {
        var state = joining.state();
        var decided = switch (state) {
            case SUBMITTED -> Step.State.CURRENT;
            case RETURNED -> Step.State.AHEAD;
            case ACCEPTED -> Step.State.DONE;
            case DECLINED, WITHDRAWN -> Step.State.FAILED;
        };
        return List.of(
                new Step(
                        t.of("compute.joining.course.SUBMITTED"),
                        state == JoiningState.RETURNED ? Step.State.CURRENT : Step.State.DONE),
                new Step(t.of("compute.joining.course.DECIDED"), decided),
                new Step(
                        t.of("compute.joining.course.OPEN"),
                        state == JoiningState.ACCEPTED ? Step.State.DONE : Step.State.AHEAD));
    }

    @Nullable
    Next next(JoiningView joining, @Nullable Due due) {
        return switch (joining.state()) {
            case SUBMITTED ->
                new Next(t.of("compute.joining.next.SUBMITTED"), t.of("compute.joining.who.SUBMITTED"), due);
            case RETURNED ->
                new Next(t.of("compute.joining.next.RETURNED"), t.of("compute.joining.who.RETURNED"), null);
            case ACCEPTED, DECLINED, WITHDRAWN -> null;
        };
    }

    List<Fact> facts(JoiningView joining, String provider) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("compute.joining.number", joining.number()));
        facts.add(fact("compute.provider", provider));
        facts.add(fact("compute.joining.submitted-by", joining.submitted().by()));
        facts.add(fact(
                "compute.joining.submitted-at", t.dateTime(joining.submitted().at())));
        if (joining.state() == JoiningState.SUBMITTED) {
            facts.add(fact(
                    "compute.joining.decide-by", t.dateTime(joining.submitted().decideBy())));
        }
        var end = joining.end();
        if (end != null) {
            facts.add(fact("compute.joining.ended-by", end.by()));
            facts.add(fact("compute.joining.ended-at", t.dateTime(end.at())));
            facts.add(fact("compute.joining.reason", end.reason()));
        }
        return facts;
    }

    JoiningPage.Row row(JoiningView joining, String provider) {
        int gpus = joining.answers().pools().stream()
                .mapToInt(JoiningAnswers.Pool::gpus)
                .sum();
        return new JoiningPage.Row(
                JoiningCourse.LIST + "/" + joining.id(),
                joining.number(),
                provider,
                tag(joining.state()),
                t.number(gpus),
                t.dateTime(joining.submitted().at()),
                joining.state() == JoiningState.SUBMITTED
                        ? t.dateTime(joining.submitted().decideBy())
                        : "—");
    }
}
