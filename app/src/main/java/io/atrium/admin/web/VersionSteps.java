// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.Version;
import io.atrium.admin.VersionId;
import io.atrium.admin.VersionOutcome;
import io.atrium.admin.VersionState;
import io.atrium.admin.Versions;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The steps of a version on its pages, the same for every kind of reference data.
@Component
class VersionSteps {

    static final String NOW = "now";

    private final BusinessClock clock;
    private final RequestKeys keys;

    VersionSteps(BusinessClock clock, RequestKeys keys) {
        this.clock = clock;
        this.keys = keys;
    }

    /// Who asks for a step of which version, where it is shown.
    record Asked<C>(Actor actor, RequestKey key, Versions<C, ?> versions, VersionId id, String path) {}

    <C> VersionHead head(Actor actor, Version<C> version, Shown<C> shown, Text t) {
        boolean isReviewer = version.state() == VersionState.IN_REVIEW
                && !version.author().person().equals(actor.person());
        return new VersionHead(
                shown.path(),
                VersionWords.tag(version.state()),
                t.of("admin.version.by", version.author().name(), version.createdAt()),
                version.basedOn(),
                next(version, t),
                against(version, shown, t),
                version.state() == VersionState.DRAFT,
                version.state() == VersionState.IN_REVIEW,
                isReviewer ? shown.answered().apply(publish(shown)) : null,
                keys.fresh());
    }

    /// @param others every version of the subject
    /// @param against the number of the version that the difference is shown to, or [#NOW]
    /// @param content the mark of what a reviewer sees
    record Shown<C>(String path, List<Version<C>> others, String against, Seen content, UnaryOperator<Form> answered) {}

    private static <C> Field against(Version<C> version, Shown<C> shown, Text t) {
        var options = new ArrayList<Option>();
        options.add(Option.key(NOW, "admin.version.against.now"));
        options.add(Option.key(Versions.SHIPPED, "admin.version.against.shipped"));
        shown.others().stream()
                .filter(other -> other.state() == VersionState.PUBLISHED && other.number() != version.number())
                .map(other -> Option.literal(String.valueOf(other.number()), t.of("admin.version.nth", other.number())))
                .forEach(options::add);
        return Field.select("against", "admin.version.against", options).value(shown.against());
    }

    private Form publish(Shown<?> shown) {
        return Form.to(
                        shown.path() + "/publication",
                        "admin.calendar.publish",
                        Field.of(FieldKind.DATE, "effectiveOn", "admin.calendar.effective-on")
                                .hint("admin.calendar.effective-on.hint")
                                .value(clock.today().toString())
                                .small(),
                        Field.text("note", "admin.calendar.note").optional())
                .seen(shown.content())
                .keyed(keys.fresh());
    }

    private static @Nullable Next next(Version<?> version, Text t) {
        return switch (version.state()) {
            case DRAFT ->
                new Next(t.of("admin.calendar.next.draft"), version.author().name(), null);
            case IN_REVIEW -> new Next(t.of("admin.calendar.next.review"), t.of("admin.calendar.next.second"), null);
            case PUBLISHED, DISCARDED -> null;
        };
    }

    <C> ModelAndView move(Asked<C> asked, VersionState to) {
        var flash = switch (to) {
            case IN_REVIEW -> "admin.calendar.flash.submitted";
            case DRAFT -> "admin.calendar.flash.returned";
            case PUBLISHED, DISCARDED -> "admin.calendar.flash.discarded";
        };
        var move = new Versions.Move(asked.id(), to);
        return answer(asked.versions().move(asked.actor(), asked.key(), move), _ -> asked.path(), flash);
    }

    /// @param again the page with what was typed and what was wrong with it
    <C> ModelAndView publish(
            Asked<C> asked, Seen seen, Map<String, String> typed, Function<UnaryOperator<Form>, PageView> again) {
        var errors = new ArrayList<FieldError>();
        var day = day("effectiveOn", typed, errors);
        if (day == null) {
            return again.apply(form -> form.answered(typed).wrong(errors)).refused();
        }
        var command = new Versions.Publish(asked.id(), day, typed.getOrDefault("note", ""), seen);
        var outcome = asked.versions().publish(asked.actor(), asked.key(), command);
        if (outcome instanceof VersionOutcome.Refused(var refusal)) {
            var page = again.apply(form -> form.answered(typed).refused(refusal));
            return isOvertaken(refusal) ? page.overtaken() : page.refused();
        }
        return answer(outcome, _ -> asked.path(), "admin.calendar.flash.published");
    }

    static boolean isOvertaken(Refusal refusal) {
        return refusal.code() == CommonRefusal.CHANGED_MEANWHILE;
    }

    static ModelAndView answer(VersionOutcome outcome, Function<VersionId, String> path, String flash) {
        return switch (outcome) {
            case VersionOutcome.Done(var version) ->
                SeeOther.to(path.apply(version)).saying(Flash.done(flash));
            case VersionOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    static @Nullable LocalDate day(String name, Map<String, String> typed, List<FieldError> errors) {
        try {
            return LocalDate.parse(typed.getOrDefault(name, "").strip());
        } catch (DateTimeException _) {
            errors.add(FieldError.of(name, "admin.calendar.wrong.day"));
            return null;
        }
    }
}
