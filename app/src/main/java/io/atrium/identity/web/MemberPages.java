// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.AuditTrail;
import io.atrium.identity.Colleague;
import io.atrium.identity.Colleagues;
import io.atrium.identity.Members;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Passwords;
import io.atrium.identity.RolesOfKind;
import io.atrium.identity.SetRoles;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.StepUp;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/organisations/{id}/members/{person}`: other roles for one member, or the end of the membership.
@Controller
class MemberPages {

    private static final String PATH = "/organisations/{organisation}/members/{person}";
    private static final String ROLES = "roles";

    private final Members members;
    private final Colleagues colleagues;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final RequestKeys keys;

    MemberPages(Members members, Colleagues colleagues, Passwords passwords, AuditTrail trail, RequestKeys keys) {
        this.trail = trail;
        this.passwords = passwords;
        this.members = members;
        this.colleagues = colleagues;
        this.keys = keys;
    }

    /// Which member of which organisation.
    record Which(OrgId organisation, PersonId person) {

        String path() {
            return MemberTabs.members(organisation) + "/" + person;
        }
    }

    /// What is said to one of the forms of the page.
    private record Answer(
            UnaryOperator<Form> roles,
            UnaryOperator<Form> ending,
            UnaryOperator<Form> recovery,
            MemberPage.@Nullable Link link) {

        static final Answer NONE = link(null);

        static Answer roles(UnaryOperator<Form> words) {
            return new Answer(words, same(), same(), null);
        }

        static Answer ending(UnaryOperator<Form> words) {
            return new Answer(same(), words, same(), null);
        }

        static Answer recovery(UnaryOperator<Form> words) {
            return new Answer(same(), same(), words, null);
        }

        static Answer link(MemberPage.@Nullable Link link) {
            return new Answer(same(), same(), same(), link);
        }

        private static UnaryOperator<Form> same() {
            return UnaryOperator.identity();
        }
    }

    @GetMapping(PATH)
    PageView show(Actor actor, Text t, @PathVariable OrgId organisation, @PathVariable PersonId person) {
        return page(actor, t, new Which(organisation, person), Answer.NONE);
    }

    @PostMapping(PATH + "/roles")
    ModelAndView change(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable OrgId organisation,
            @PathVariable PersonId person,
            Seen seen,
            @RequestParam(required = false) @Nullable Set<Role> roles) {
        var which = new Which(organisation, person);
        if (roles == null || roles.isEmpty()) {
            var missing = FieldError.of(ROLES, "identity.member.roles.missing");
            return page(actor, t, which, Answer.roles(form -> form.wrong(List.of(missing))))
                    .refused();
        }
        return switch (members.set(actor, key, new SetRoles(which.organisation(), which.person(), roles, seen))) {
            case Members.Change.Changed _ -> SeeOther.to(which.path()).saying(Flash.done("identity.member.changed"));
            case Members.Change.Refused(var refusal)
            when refusal.code() == CommonRefusal.CHANGED_MEANWHILE ->
                page(actor, t, which, Answer.roles(stored -> overtaken(actor, stored, roles, which)))
                        .overtaken();
            case Members.Change.Refused(var refusal) ->
                page(actor, t, which, Answer.roles(form -> form.refused(refusal)))
                        .refused();
        };
    }

    private Form overtaken(Actor actor, Form stored, Set<Role> wanted, Which which) {
        var typed =
                stored.restored(Map.of(ROLES, wanted.stream().map(Role::name).toList()));
        var change = trail.last(
                        actor.scope(Permission.MANAGE_PEOPLE), which.person().value(), "identity.roles-changed")
                .map(entry -> new Conflict.Change(entry.person(), entry.at()));
        return typed.overtaken(stored, change.orElse(null), which.path());
    }

    @PostMapping(PATH + "/ending")
    ModelAndView end(
            Actor actor, Text t, RequestKey key, @PathVariable OrgId organisation, @PathVariable PersonId person) {
        var which = new Which(organisation, person);
        return switch (members.set(actor, key, new SetRoles(which.organisation(), which.person(), Set.of()))) {
            case Members.Change.Changed _ ->
                SeeOther.to(home(actor, which)).saying(Flash.done("identity.member.ended"));
            case Members.Change.Refused(var refusal) ->
                page(actor, t, which, Answer.ending(form -> form.refused(refusal)))
                        .refused();
        };
    }

    @StepUp
    @PostMapping(PATH + "/recovery")
    ModelAndView recover(Actor actor, Text t, @PathVariable OrgId organisation, @PathVariable PersonId person) {
        var which = new Which(organisation, person);
        return switch (passwords.issueRecovery(actor, organisation, person)) {
            case Passwords.Issue.Issued(var secret, var expires) -> {
                var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(RecoveryPages.path(secret))
                        .toUriString();
                yield page(actor, t, which, Answer.link(new MemberPage.Link(address, expires)));
            }
            case Passwords.Issue.Refused(var refusal) ->
                page(actor, t, which, Answer.recovery(form -> form.refused(refusal)))
                        .refused();
        };
    }

    /// Whoever let themselves go sees nothing of the organisation any more.
    private static String home(Actor actor, Which which) {
        return which.person().equals(actor.person()) && which.organisation().equals(actor.organisation())
                ? "/"
                : MemberTabs.members(which.organisation());
    }

    private PageView page(Actor actor, Text t, Which which, Answer answer) {
        var organisation = members.visible(actor, which.organisation());
        var colleague = colleagues
                .find(actor.scope(Permission.MANAGE_PEOPLE), which.organisation(), which.person())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var name = MembersPages.name(organisation, t);
        var page = new MemberPage(
                facts(colleague, name, t),
                colleague.isMember() ? answer.roles().apply(form(organisation, colleague, which, t)) : null,
                answer.ending()
                        .apply(Form.to(which.path() + "/ending", "identity.member.end")
                                .keyed(keys.fresh())),
                List.of(
                        t.of("identity.member.end.access", colleague.name(), name),
                        t.of("identity.member.end.kept"),
                        t.of("identity.member.end.again")),
                MemberTabs.members(which.organisation()),
                answer.recovery().apply(Form.to(which.path() + "/recovery", "identity.recovery.issue")),
                answer.link());
        return PageView.of("identity/member", "identity.member.title", page, colleague.name())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("identity.members.title", MemberTabs.members(which.organisation())));
    }

    private Form form(OrganisationView organisation, Colleague colleague, Which which, Text t) {
        var options = PeopleWords.options(t, RolesOfKind.of(organisation.kind()));
        return Form.to(
                        which.path() + "/roles",
                        "identity.member.change",
                        Field.of(FieldKind.CHECKBOXES, ROLES, "identity.members.roles")
                                .options(options)
                                .values(colleague.roles().stream()
                                        .map(Role::name)
                                        .collect(Collectors.toSet())))
                .seen(Seen.of(colleague.roles()))
                .keyed(keys.fresh());
    }

    private static List<Fact> facts(Colleague colleague, String organisation, Text t) {
        return List.of(
                Fact.of(t.of("identity.members.login"), colleague.login()),
                Fact.of(t.of("identity.member.organisation"), organisation),
                Fact.of(
                        t.of("identity.members.state"),
                        t.of(PeopleWords.state(colleague).key())),
                Fact.of(t.of("identity.members.since"), PeopleWords.day(t, colleague.since())),
                Fact.of(t.of("identity.members.until"), PeopleWords.until(t, colleague.until())),
                Fact.of(t.of("identity.members.last-sign-in"), PeopleWords.lastSignIn(t, colleague.lastSignInAt())));
    }
}
