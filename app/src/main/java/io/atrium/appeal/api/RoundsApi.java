// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.api;

import io.atrium.appeal.pattern.CompleteGroup;
import io.atrium.appeal.pattern.ConcludeGroup;
import io.atrium.appeal.pattern.Findings;
import io.atrium.appeal.pattern.RoundGroup;
import io.atrium.appeal.pattern.RoundLine;
import io.atrium.appeal.pattern.RoundLine.Done;
import io.atrium.appeal.pattern.Rounds;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The monthly round: groups of cases that did not end well, and what was concluded.
@RestController
@RequestMapping("/api/v1/appeal-rounds")
@Tag(name = "appeals")
class RoundsApi {

    private final Rounds rounds;

    RoundsApi(Rounds rounds) {
        this.rounds = rounds;
    }

    /// @param done null until it is done
    record Conclusion(
            String words,
            String responsible,
            Instant dueAt,
            String by,
            Instant at,
            @Nullable Done done) {

        static @Nullable Conclusion of(RoundLine.@Nullable Conclusion view) {
            return view == null
                    ? null
                    : new Conclusion(
                            view.words(), view.responsible().value(), view.dueAt(), view.by(), view.at(), view.done());
        }
    }

    record Group(
            String month,
            String unit,
            String category,
            int cases,
            int dissatisfied,
            int unsolved,
            int redone,
            int circulated,
            @Nullable Conclusion conclusion) {

        static Group of(RoundLine line) {
            return new Group(
                    line.group().month().toString(),
                    line.group().unit().value(),
                    line.group().category(),
                    line.cases(),
                    line.dissatisfied(),
                    line.unsolved(),
                    line.redone(),
                    line.circulated(),
                    Conclusion.of(line.conclusion()));
        }
    }

    record Groups(List<Group> items) {}

    @Operation(summary = "The groups of a month (`2026-11`) that one may see, most cases first")
    @GetMapping
    Groups list(Actor actor, @RequestParam String month) {
        Findings.requireReader(actor);
        return new Groups(
                rounds.lines(actor, month(month)).stream().map(Group::of).toList());
    }

    /// @param by the day until which it is to be done
    record Conclude(
            @Nullable String month,
            @Nullable String unit,
            @Nullable String category,
            @Nullable String conclusion,
            @Nullable String responsible,
            @Nullable LocalDate by) {}

    @Operation(summary = "Give a group a conclusion, a responsible unit and a day")
    @PostMapping("/conclusions")
    Group conclude(Actor actor, RequestKey key, @RequestBody Conclude body) {
        Findings.requireReader(actor);
        var group = group(body.month(), body.unit(), body.category());
        var by = body.by();
        if (by == null) {
            throw malformed("by");
        }
        rounds.conclude(
                actor, new ConcludeGroup(key, group, text(body.conclusion()), new OrgId(text(body.responsible())), by));
        return found(actor, group);
    }

    record Complete(
            @Nullable String month,
            @Nullable String unit,
            @Nullable String category,
            @Nullable String done) {}

    @Operation(summary = "Say what was done about the conclusion of a group")
    @PostMapping("/completions")
    Group complete(Actor actor, RequestKey key, @RequestBody Complete body) {
        Findings.requireReader(actor);
        var group = group(body.month(), body.unit(), body.category());
        rounds.complete(actor, new CompleteGroup(key, group, text(body.done())));
        return found(actor, group);
    }

    private Group found(Actor actor, RoundGroup group) {
        return rounds.find(actor, group)
                .map(shown -> Group.of(shown.line()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static RoundGroup group(@Nullable String month, @Nullable String unit, @Nullable String category) {
        return new RoundGroup(month(text(month)), new OrgId(text(unit)), text(category));
    }

    private static YearMonth month(String given) {
        if (!given.matches("20\\d\\d-(0[1-9]|1[0-2])")) {
            throw malformed("month");
        }
        return YearMonth.parse(given);
    }

    private static RefusedException malformed(String field) {
        return new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", field));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
