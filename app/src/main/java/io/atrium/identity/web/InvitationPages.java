// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Invitations;
import io.atrium.identity.Invite;
import io.atrium.identity.Members;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.RolesOfKind;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/organisations/{id}/invitations`: invite, see what became of it, take it back. The link of a new one is on the
/// answer
/// to the form and nowhere else.
@Controller
class InvitationPages {

    private static final String PATH = "/organisations/{organisation}/invitations";
    private static final String NAME = "name";
    private static final String ROLES = "roles";

    private final Invitations invitations;
    private final Members members;

    InvitationPages(Invitations invitations, Members members) {
        this.invitations = invitations;
        this.members = members;
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t, @PathVariable OrgId organisation) {
        var seen = members.visible(actor, organisation);
        return view(actor, t, seen, form(seen, t), null);
    }

    @PostMapping(PATH)
    PageView invite(
            Actor actor,
            Text t,
            @PathVariable OrgId organisation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Set<Role> roles) {
        var seen = members.visible(actor, organisation);
        var wanted = roles == null ? Set.<Role>of() : roles;
        var answered = answered(form(seen, t), name, wanted);
        var errors = errors(name, wanted);
        if (!errors.isEmpty()) {
            return view(actor, t, seen, answered.wrong(errors), null).refused();
        }
        return switch (invitations.invite(actor, new Invite(organisation, name.strip(), wanted))) {
            case Invitations.Outcome.Invited made ->
                view(
                        actor,
                        t,
                        seen,
                        form(seen, t),
                        new InvitationsPage.Link(address(made.secret()), name.strip(), made.expiresAt()));
            case Invitations.Outcome.Refused(var refusal) ->
                view(actor, t, seen, answered.refused(refusal), null).refused();
        };
    }

    @PostMapping(PATH + "/{id}/revocation")
    SeeOther revoke(Actor actor, @PathVariable OrgId organisation, @PathVariable String id) {
        if (!invitations.revoke(actor, organisation, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to(MemberTabs.invitations(organisation)).saying(Flash.done("identity.invitations.revoked"));
    }

    private PageView view(
            Actor actor, Text t, OrganisationView organisation, Form form, InvitationsPage.@Nullable Link link) {
        var base = MemberTabs.invitations(organisation.id());
        var rows = invitations.list(actor, organisation.id()).stream()
                .map(invitation -> InvitationsPage.Row.of(invitation, base, t))
                .toList();
        var page = new InvitationsPage(
                MembersPages.name(organisation, t),
                MemberTabs.INVITATIONS.of(actor, organisation.id(), t),
                form,
                table(rows.size()),
                rows,
                link);
        return PageView.of("identity/invitations", "identity.invitations.title", page)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("identity.members.title", MemberTabs.members(organisation.id())));
    }

    private static String address(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(JoinPages.PATH + "/" + secret)
                .toUriString();
    }

    private static Form form(OrganisationView organisation, Text t) {
        return Form.to(
                MemberTabs.invitations(organisation.id()),
                "identity.invitations.make",
                Field.text(NAME, "identity.invitations.name").hint("identity.invitations.name.hint"),
                Field.of(FieldKind.CHECKBOXES, ROLES, "identity.members.roles")
                        .options(PeopleWords.options(t, RolesOfKind.of(organisation.kind()))));
    }

    private static Form answered(Form form, String name, Set<Role> roles) {
        var chosen = roles.stream().map(Role::name).collect(Collectors.toSet());
        var fields = form.fields().stream()
                .map(field -> field.name().equals(NAME) ? field.value(name) : field.values(chosen))
                .toArray(Field[]::new);
        return Form.to(form.action(), form.submitKey(), fields);
    }

    private static List<FieldError> errors(String name, Set<Role> roles) {
        var errors = new ArrayList<FieldError>();
        if (name.isBlank() || name.strip().length() > Invite.NAME_LENGTH_MAX) {
            errors.add(FieldError.of(NAME, "identity.invitations.name.wrong"));
        }
        if (roles.isEmpty()) {
            errors.add(FieldError.of(ROLES, "identity.member.roles.missing"));
        }
        return errors;
    }

    private static Table table(long rows) {
        return Table.of(
                "identity.invitations.caption",
                Empty.nothingYet("identity.invitations.none"),
                rows,
                Column.text("identity.members.name"),
                Column.text("identity.members.roles"),
                Column.text("identity.invitations.by"),
                Column.text("identity.invitations.expires"),
                Column.text("identity.members.state"));
    }
}
