// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Delegate;
import io.atrium.identity.Delegations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/delegations`: let somebody act for one's own organisation until a day, and end it earlier.
@Controller
class DelegationPages {

    private static final String PATH = MemberTabs.DELEGATIONS_PATH;
    private static final String LOGIN = "login";
    private static final String PERMISSIONS = "permissions";
    private static final String LAST_DAY = "last_day";
    private static final int PROPOSED_DAYS = 30;

    private final Delegations delegations;
    private final RequestKeys keys;

    DelegationPages(Delegations delegations, RequestKeys keys) {
        this.delegations = delegations;
        this.keys = keys;
    }

    /// What was typed.
    private record Answers(
            String login,
            Set<Permission> permissions,
            @Nullable LocalDate lastDay) {}

    @GetMapping(PATH)
    PageView list(Actor actor, Text t) {
        var proposed = new Answers("", Set.of(), delegations.today().plusDays(PROPOSED_DAYS));
        return view(actor, t, form(actor, proposed));
    }

    @StepUp
    @PostMapping(PATH)
    ModelAndView delegate(
            Actor actor,
            Text t,
            RequestKey key,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(required = false) @Nullable Set<Permission> permissions,
            @RequestParam(name = LAST_DAY, required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate lastDay) {
        var answers = new Answers(login, permissions == null ? Set.of() : permissions, lastDay);
        var errors = errors(answers);
        if (lastDay == null || !errors.isEmpty()) {
            return view(actor, t, form(actor, answers).wrong(errors)).refused();
        }
        return switch (delegations.delegate(actor, key, new Delegate(login, answers.permissions(), lastDay))) {
            case Delegations.Outcome.Delegated _ ->
                SeeOther.to(PATH).saying(Flash.done("identity.delegations.made", login.strip(), t.date(lastDay)));
            case Delegations.Outcome.Refused(var refusal) ->
                view(actor, t, form(actor, answers).refused(refusal)).refused();
        };
    }

    @PostMapping(PATH + "/{id}/ending")
    SeeOther end(Actor actor, @PathVariable String id) {
        if (!delegations.end(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to(PATH).saying(Flash.done("identity.delegations.ended"));
    }

    private PageView view(Actor actor, Text t, Form form) {
        var rows = delegations.list(actor).stream()
                .map(delegation -> DelegationsPage.Row.of(delegation, PATH, t))
                .toList();
        var canDelegate = !delegations.delegable(actor).isEmpty();
        var page = new DelegationsPage(
                MemberTabs.DELEGATIONS.of(actor, actor.organisation(), t),
                canDelegate ? form : null,
                table(rows.size()),
                rows);
        return PageView.of("identity/delegations", "identity.delegations.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("identity.members.title", "/members"));
    }

    private Form form(Actor actor, Answers answers) {
        var options = delegations.delegable(actor).stream()
                .map(permission -> Option.key(permission.name(), "identity.permission." + permission))
                .toList();
        var chosen = answers.permissions().stream().map(Permission::name).collect(Collectors.toSet());
        var day = answers.lastDay() == null ? null : answers.lastDay().toString();
        return Form.to(
                        PATH,
                        "identity.delegations.make",
                        Field.text(LOGIN, "identity.delegations.login")
                                .hint("identity.delegations.login.hint")
                                .value(answers.login()),
                        Field.of(FieldKind.CHECKBOXES, PERMISSIONS, "identity.delegations.permissions")
                                .hint("identity.delegations.permissions.hint")
                                .options(options)
                                .values(chosen),
                        Field.of(FieldKind.DATE, LAST_DAY, "identity.delegations.last-day")
                                .hint("identity.delegations.last-day.hint")
                                .small()
                                .value(day))
                .keyed(keys.fresh());
    }

    private static List<FieldError> errors(Answers answers) {
        var errors = new ArrayList<FieldError>();
        if (answers.login().isBlank()) {
            errors.add(FieldError.of(LOGIN, "identity.delegations.login.missing"));
        }
        if (answers.permissions().isEmpty()) {
            errors.add(FieldError.of(PERMISSIONS, "identity.delegations.permissions.missing"));
        }
        if (answers.lastDay() == null) {
            errors.add(FieldError.of(LAST_DAY, "identity.delegations.last-day.missing"));
        }
        return errors;
    }

    private static Table table(long rows) {
        return Table.of(
                "identity.delegations.caption",
                Empty.nothingYet("identity.delegations.none"),
                rows,
                Column.text("identity.delegations.to"),
                Column.text("identity.delegations.permissions"),
                Column.text("identity.delegations.from"),
                Column.text("identity.delegations.last-day"),
                Column.text("identity.members.state"));
    }
}
