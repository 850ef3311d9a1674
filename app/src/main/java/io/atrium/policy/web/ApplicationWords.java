// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.policy.ApplicationItems;
import io.atrium.policy.ApplicationPaper;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.ApplicationSteps;
import io.atrium.policy.domain.GrantDuty.Owner;
import io.atrium.web.component.Due;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applications in the reader's language: states, items, whose turn it is.
final class ApplicationWords {

    /// The way of an application that meets no obstacle.
    private static final List<ApplicationState> STRAIGHT = List.of(
            ApplicationState.DRAFT,
            ApplicationState.SUBMITTED,
            ApplicationState.ACCEPTED_FOR_REVIEW,
            ApplicationState.APPROVED,
            ApplicationState.FULFILLED);

    private final PolicyWords words;
    private final Text t;

    ApplicationWords(Text t, FactCatalogue catalogue) {
        this.t = t;
        this.words = new PolicyWords(t, catalogue);
    }

    PolicyWords policy() {
        return words;
    }

    String title(PublishedPolicy policy) {
        return words.of(policy.header().title());
    }

    /// The number once there is one.
    String name(ApplicationView application) {
        return application.number() == null ? t.of("policy.application.unnumbered") : application.number();
    }

    static Tag tag(ApplicationState state) {
        return new Tag(tone(state), "policy.application.state." + state.name());
    }

    static Tone tone(ApplicationState state) {
        return switch (state) {
            case DRAFT, RETURNED_FOR_COMPLETION, SECOND_APPROVAL -> Tone.WAIT;
            case SUBMITTED, ACCEPTED_FOR_REVIEW, REVIEW, APPROVED -> Tone.INFO;
            case FULFILLED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case WITHDRAWN, LAPSED -> Tone.PLAIN;
        };
    }

    /// What a comment, a defect or a paper is about.
    String item(PublishedPolicy policy, String item) {
        if (item.startsWith(ApplicationItems.FACT)) {
            return t.of("policy.application.item.fact", words.factName(item.substring(ApplicationItems.FACT.length())));
        }
        if (item.startsWith(ApplicationItems.PAPER)) {
            return t.of("policy.application.item.paper", slot(policy, item.substring(ApplicationItems.PAPER.length())));
        }
        return t.of("policy.application.item." + item);
    }

    /// The condition that a paper proves.
    String slot(PublishedPolicy policy, String slot) {
        return slot.equals(ApplicationPaper.OTHER)
                ? t.of("policy.application.slot.other")
                : policy.content()
                        .conditions()
                        .leaves()
                        .filter(leaf -> leaf.id().equals(slot))
                        .map(Condition.Leaf::label)
                        .map(words::of)
                        .findFirst()
                        .orElse(slot);
    }

    @Nullable
    Next next(ApplicationView application, @Nullable Due due) {
        return ApplicationSteps.owner(application.state())
                .map(owner -> new Next(
                        t.of("policy.application.next." + application.state().name()), t.of(key(owner)), due))
                .orElse(null);
    }

    private static String key(Owner owner) {
        return "policy.application.owner." + owner.name();
    }

    /// Whose turn it is; empty at an end.
    String turn(ApplicationState state) {
        return ApplicationSteps.owner(state)
                .map(owner -> t.of("policy.application.turn", t.of(key(owner))))
                .orElse("");
    }

    List<Step> steps(ApplicationState state) {
        int reached = STRAIGHT.indexOf(straight(state));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STRAIGHT.size(); i++) {
            steps.add(new Step(t.of("policy.application.step", STRAIGHT.get(i)), step(i - reached, state)));
        }
        return steps;
    }

    private static Step.State step(int distance, ApplicationState state) {
        if (distance != 0) {
            return distance < 0 ? Step.State.DONE : Step.State.AHEAD;
        }
        return switch (state) {
            case FULFILLED -> Step.State.DONE;
            case REJECTED, WITHDRAWN, LAPSED -> Step.State.FAILED;
            case DRAFT, SUBMITTED, ACCEPTED_FOR_REVIEW, RETURNED_FOR_COMPLETION, REVIEW, SECOND_APPROVAL, APPROVED ->
                Step.State.CURRENT;
        };
    }

    private static ApplicationState straight(ApplicationState state) {
        return switch (state) {
            case DRAFT, SUBMITTED, APPROVED, FULFILLED -> state;
            case ACCEPTED_FOR_REVIEW, RETURNED_FOR_COMPLETION, REVIEW, SECOND_APPROVAL, REJECTED, LAPSED ->
                ApplicationState.ACCEPTED_FOR_REVIEW;
            case WITHDRAWN -> ApplicationState.SUBMITTED;
        };
    }
}
