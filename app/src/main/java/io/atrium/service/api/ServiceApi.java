// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.api;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.Urgency;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.service.AssignSteward;
import io.atrium.service.CancelVisit;
import io.atrium.service.HandInVisit;
import io.atrium.service.PlanVisit;
import io.atrium.service.ServedFirm;
import io.atrium.service.ServedFirmView;
import io.atrium.service.ServedFirms;
import io.atrium.service.SplitFirms;
import io.atrium.service.StewardTerm;
import io.atrium.service.Stewards;
import io.atrium.service.VisitId;
import io.atrium.service.VisitPlanId;
import io.atrium.service.VisitPlanView;
import io.atrium.service.VisitView;
import io.atrium.service.Visits;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Stewards and visits for programs.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "service")
class ServiceApi {

    private final Stewards stewards;
    private final ServedFirms firms;
    private final Visits visits;

    ServiceApi(Stewards stewards, ServedFirms firms, Visits visits) {
        this.stewards = stewards;
        this.firms = firms;
        this.visits = visits;
    }

    record Term(
            String steward,
            String name,
            String contact,
            String reason,
            Instant since,
            @Nullable Instant until) {}

    private Term term(StewardTerm term) {
        return new Term(
                term.steward().value(),
                term.name(),
                stewards.contact(term.steward()),
                term.reason(),
                term.since(),
                term.until());
    }

    record Firm(
            String firm,
            @Nullable String steward,
            @Nullable String stewardName,
            int open,
            int overdue,
            @Nullable LocalDate lastVisit,
            @Nullable LocalDate nextVisit) {

        static Firm of(ServedFirm served) {
            var term = served.term();
            return new Firm(
                    served.firm().value(),
                    term == null ? null : term.steward().value(),
                    term == null ? null : term.name(),
                    served.appeals().open(),
                    served.appeals().overdue(),
                    served.lastVisit(),
                    served.nextVisit());
        }
    }

    record Firms(List<Firm> items) {}

    @Operation(
            summary = "Firms with what each needs from its steward, those in need first; view MINE, ALL or UNASSIGNED")
    @GetMapping("/my-firms")
    Firms list(Actor actor, @RequestParam(defaultValue = "MINE") ServedFirmView view) {
        if (!Stewards.mayReadAll(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.SERVE_FIRM.name()));
        }
        return new Firms(firms.list(actor, view).stream().map(Firm::of).toList());
    }

    record Terms(List<Term> items) {}

    @Operation(summary = "Who looks after a firm and who did before, newest first")
    @GetMapping("/my-firms/{firm}/stewards")
    Terms history(Actor actor, @PathVariable OrgId firm) {
        actor.require(Permission.READ_SERVICE);
        if (!actor.scope(Permission.READ_SERVICE).sees(firm)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return new Terms(stewards.history(actor, firm).stream().map(this::term).toList());
    }

    /// @param firms ids of firms
    /// @param steward id of a person with the role
    record Assign(List<String> firms, String steward, String reason) {}

    record Given(int firms) {}

    @Operation(summary = "Give firms to a steward from now on, with the reason")
    @PostMapping("/steward-assignments")
    Given assign(Actor actor, RequestKey key, @RequestBody Assign body) {
        actor.require(Permission.ASSIGN_STEWARD);
        var given = Objects.requireNonNullElse(body.firms(), List.<String>of()).stream()
                .map(OrgId::new)
                .toList();
        return new Given(stewards.assign(
                actor, new AssignSteward(key, given, new PersonId(text(body.steward())), text(body.reason()))));
    }

    record Split(String reason) {}

    @Operation(summary = "Give the firms of the community that have no steward to those with the fewest")
    @PostMapping("/steward-splits")
    Given split(Actor actor, RequestKey key, @RequestBody Split body) {
        actor.require(Permission.ASSIGN_STEWARD);
        return new Given(stewards.split(actor, new SplitFirms(key, text(body.reason()))));
    }

    record Plan(String id, String firm, String steward, LocalDate day, String purpose, String state) {

        static Plan of(VisitPlanView plan) {
            return new Plan(
                    plan.id().value(),
                    plan.firm().value(),
                    plan.steward().value(),
                    plan.day(),
                    plan.purpose(),
                    plan.state().name());
        }
    }

    record Plans(List<Plan> items) {}

    @Operation(summary = "Visits that are planned, earliest first")
    @GetMapping("/visit-plans")
    Plans plans(Actor actor) {
        actor.require(Permission.READ_SERVICE);
        return new Plans(
                visits.planned(actor, null, null).stream().map(Plan::of).toList());
    }

    record NewPlan(String firm, LocalDate day, String purpose) {}

    @Operation(summary = "Plan a visit; the firm is told")
    @PostMapping("/visit-plans")
    ResponseEntity<Plan> plan(Actor actor, RequestKey key, @RequestBody NewPlan body) {
        actor.require(Permission.SERVE_FIRM);
        var id = visits.plan(
                actor, new PlanVisit(key, new OrgId(text(body.firm())), day(body.day()), text(body.purpose())));
        return ResponseEntity.created(URI.create("/api/v1/visit-plans/" + id)).body(plan(actor, id));
    }

    @Operation(summary = "One planned visit")
    @GetMapping("/visit-plans/{id}")
    Plan plan(Actor actor, @PathVariable VisitPlanId id) {
        actor.require(Permission.READ_SERVICE);
        return visits.findPlan(actor, id)
                .map(Plan::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    record Cancel(String reason) {}

    @Operation(summary = "Call a planned visit off, with the reason; the firm is told")
    @PostMapping("/visit-plans/{id}/cancellation")
    Plan cancel(Actor actor, RequestKey key, @PathVariable VisitPlanId id, @RequestBody Cancel body) {
        actor.require(Permission.SERVE_FIRM);
        visits.cancel(actor, new CancelVisit(key, id, text(body.reason())));
        return plan(actor, id);
    }

    record Visit(
            String id,
            String firm,
            LocalDate visitedOn,
            String met,
            String said,
            String steward,
            Instant handedInAt,
            List<String> appeals) {

        static Visit of(VisitView visit) {
            return new Visit(
                    visit.id().value(),
                    visit.firm().value(),
                    visit.visitedOn(),
                    visit.met(),
                    visit.said(),
                    visit.stewardName(),
                    visit.handedInAt(),
                    visit.appeals().stream().map(AppealId::value).toList());
        }
    }

    @Operation(summary = "Visits that took place and that one may see, handed in last first")
    @GetMapping("/visits")
    CursorPage<Visit> visits(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_SERVICE);
        var rows = visits.list(actor, null, null, query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, each -> each.id().value(), Visit::of);
    }

    @Operation(summary = "One visit with the appeals that came of it")
    @GetMapping("/visits/{id}")
    Visit visit(Actor actor, @PathVariable VisitId id) {
        actor.require(Permission.READ_SERVICE);
        return visits.find(actor, id).map(Visit::of).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    record Need(String category, @Nullable Urgency urgency, String words) {

        HandInVisit.Need need() {
            return new HandInVisit.Need(
                    text(category), Objects.requireNonNullElse(urgency, Urgency.NORMAL), text(words));
        }
    }

    /// @param plan the planned visit that it was; null for one that was not planned
    record Note(
            String firm,
            @Nullable String plan,
            LocalDate visitedOn,
            String met,
            String said,
            @Nullable List<Need> needs) {}

    @Operation(
            summary = "Hand in the note of a visit; each need becomes an appeal. The same key again is the same note")
    @PostMapping("/visits")
    ResponseEntity<Visit> handIn(Actor actor, RequestKey key, @RequestBody Note body) {
        actor.require(Permission.SERVE_FIRM);
        var plan = body.plan();
        var id = visits.handIn(
                actor,
                new HandInVisit(
                        key,
                        new OrgId(text(body.firm())),
                        plan == null ? null : new VisitPlanId(plan),
                        day(body.visitedOn()),
                        text(body.met()),
                        text(body.said()),
                        Objects.requireNonNullElse(body.needs(), List.<Need>of()).stream()
                                .map(Need::need)
                                .toList()));
        return ResponseEntity.created(URI.create("/api/v1/visits/" + id)).body(visit(actor, id));
    }

    private static LocalDate day(@Nullable LocalDate given) {
        if (given == null) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", "day"));
        }
        return given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
