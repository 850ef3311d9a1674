// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.AdminRefusal;
import io.atrium.admin.CalendarInForce;
import io.atrium.admin.CalendarVersions;
import io.atrium.admin.Version;
import io.atrium.admin.VersionId;
import io.atrium.admin.VersionOutcome;
import io.atrium.admin.VersionState;
import io.atrium.admin.Versions;
import io.atrium.admin.domain.CalendarEdit;
import io.atrium.admin.domain.DayChange;
import io.atrium.identity.AuditTrail;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.Seen;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/calendar-versions/{id}`: a draft is edited, reviewed by a second person, published; the effects stand beside it.
@Controller
class CalendarVersionPages {

    private static final String PAGE = "/calendar-versions/{id}";
    private static final String EDITED = "admin.calendar-edited";

    private final CalendarVersions versions;
    private final CalendarInForce inForce;
    private final VersionSteps steps;
    private final AuditTrail trail;
    private final RequestKeys keys;

    CalendarVersionPages(
            CalendarVersions versions,
            CalendarInForce inForce,
            VersionSteps steps,
            AuditTrail trail,
            RequestKeys keys) {
        this.trail = trail;
        this.versions = versions;
        this.inForce = inForce;
        this.steps = steps;
        this.keys = keys;
    }

    @GetMapping(PAGE)
    PageView show(
            Actor actor,
            Text t,
            @PathVariable VersionId id,
            @RequestParam(defaultValue = VersionSteps.NOW) String against) {
        return page(actor, t, id, against, UnaryOperator.identity());
    }

    @PostMapping(PAGE + "/holidays")
    ModelAndView addHoliday(
            Actor actor, Text t, RequestKey key, @PathVariable VersionId id, @RequestParam Map<String, String> typed) {
        return edit(new Asked(actor, t, key, id), CalendarForms.holiday(typed), typed, "/holidays");
    }

    @PostMapping(PAGE + "/workdays")
    ModelAndView addWorkday(
            Actor actor, Text t, RequestKey key, @PathVariable VersionId id, @RequestParam Map<String, String> typed) {
        return edit(new Asked(actor, t, key, id), CalendarForms.workday(typed), typed, "/workdays");
    }

    @PostMapping(PAGE + "/source")
    ModelAndView cite(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable VersionId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        return edit(new Asked(actor, t, key, id, seen), CalendarForms.source(typed), typed, "/source");
    }

    @PostMapping(PAGE + "/removals")
    ModelAndView remove(
            Actor actor,
            RequestKey key,
            @PathVariable VersionId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        var edit = new Versions.Edit<CalendarEdit>(id, new CalendarEdit.Remove(day));
        return VersionSteps.answer(versions.edit(actor, key, edit), CalendarPages::path, "admin.calendar.flash.edited");
    }

    @PostMapping(PAGE + "/review")
    ModelAndView submit(Actor actor, RequestKey key, @PathVariable VersionId id) {
        return steps.move(asked(actor, key, id), VersionState.IN_REVIEW);
    }

    @PostMapping(PAGE + "/return")
    ModelAndView sendBack(Actor actor, RequestKey key, @PathVariable VersionId id) {
        return steps.move(asked(actor, key, id), VersionState.DRAFT);
    }

    @PostMapping(PAGE + "/discard")
    ModelAndView discard(Actor actor, RequestKey key, @PathVariable VersionId id) {
        return steps.move(asked(actor, key, id), VersionState.DISCARDED);
    }

    @PostMapping(PAGE + "/publication")
    ModelAndView publish(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable VersionId id,
            Seen seen,
            @RequestParam Map<String, String> typed) {
        return steps.publish(
                asked(actor, key, id), seen, typed, answered -> page(actor, t, id, VersionSteps.NOW, answered));
    }

    private VersionSteps.Asked<CalendarYear> asked(Actor actor, RequestKey key, VersionId id) {
        return new VersionSteps.Asked<>(actor, key, versions, id, CalendarPages.path(id));
    }

    private record Asked(Actor actor, Text t, RequestKey key, VersionId id, Seen seen) {
        Asked(Actor actor, Text t, RequestKey key, VersionId id) {
            this(actor, t, key, id, Seen.ANYTHING);
        }
    }

    private ModelAndView edit(Asked asked, CalendarForms.Typed typed, Map<String, String> answers, String form) {
        var edit = typed.edit();
        if (edit == null) {
            return wrong(asked, answers, form, typed.errors());
        }
        var outcome = versions.edit(asked.actor(), asked.key(), new Versions.Edit<>(asked.id(), edit, asked.seen()));
        if (outcome instanceof VersionOutcome.Refused(var refusal)
                && refusal.code() == AdminRefusal.VERSION_EDIT_IMPOSSIBLE) {
            var field = answers.containsKey("first") ? "first" : "day";
            var problem = "admin.calendar.wrong." + refusal.facts().get("problem");
            return wrong(asked, answers, form, List.of(FieldError.of(field, problem)));
        }
        return outcome instanceof VersionOutcome.Refused(var refusal) && VersionSteps.isOvertaken(refusal)
                ? overtaken(asked, answers)
                : VersionSteps.answer(outcome, CalendarPages::path, "admin.calendar.flash.edited");
    }

    /// Somebody else cited another source meanwhile: both are shown.
    private PageView overtaken(Asked asked, Map<String, String> answers) {
        var change = trail.last(
                        asked.actor().scope(Permission.MANAGE_REFERENCE),
                        asked.id().value(),
                        EDITED)
                .map(entry -> new Conflict.Change(entry.person(), entry.at()))
                .orElse(null);
        UnaryOperator<Form> both = form -> form.action().endsWith("/source")
                ? form.answered(answers).overtaken(form, change, CalendarPages.path(asked.id()))
                : form;
        return page(asked.actor(), asked.t(), asked.id(), VersionSteps.NOW, both)
                .overtaken();
    }

    private PageView wrong(Asked asked, Map<String, String> answers, String action, List<FieldError> errors) {
        return page(
                        asked.actor(),
                        asked.t(),
                        asked.id(),
                        VersionSteps.NOW,
                        form -> form.action().endsWith(action)
                                ? form.answered(answers).wrong(errors)
                                : form)
                .refused();
    }

    private PageView page(Actor actor, Text t, VersionId id, String against, UnaryOperator<Form> answered) {
        var version = versions.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var year = version.subject().name();
        var other = versions.content(actor, year, against).orElse(version.content());
        var moved = version.isOpen()
                ? CalendarVersionPage.moved(inForce.preview(version.content(), t))
                : List.<CalendarVersionPage.Moved>of();
        var shown = new VersionSteps.Shown<>(
                CalendarPages.path(id), versions.of(actor, year), against, versions.contentOf(version), answered);
        var page = new CalendarVersionPage(
                steps.head(actor, version, shown, t),
                CalendarDays.of(version.content()),
                CalendarVersionPage.changes(DayChange.between(other, version.content())),
                moved,
                t.of("admin.calendar.moved.count", moved.size()),
                forms(version, answered));
        return PageView.of("admin/calendar-version", "admin.calendar.version.title", page, year, version.number())
                .under(
                        Crumb.of("admin.calendar.title", CalendarPages.PAGE),
                        Crumb.of("admin.calendar.year.title", CalendarPages.PAGE + "/" + year, year));
    }

    private CalendarVersionPage.@Nullable Forms forms(Version<CalendarYear> version, UnaryOperator<Form> answered) {
        if (version.state() != VersionState.DRAFT) {
            return null;
        }
        var path = CalendarPages.path(version.id());
        return new CalendarVersionPage.Forms(
                answered.apply(CalendarForms.holiday(path, keys.fresh())),
                answered.apply(CalendarForms.workday(path, keys.fresh())),
                answered.apply(CalendarForms.source(version, keys.fresh())));
    }
}
