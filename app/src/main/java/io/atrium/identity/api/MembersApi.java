// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.api;

import io.atrium.identity.AddMember;
import io.atrium.identity.MemberView;
import io.atrium.identity.Members;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Members of an organisation.
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/members")
@Tag(name = "organisations")
class MembersApi {

    private final Members members;
    private final AtriumSettings settings;

    MembersApi(Members members, AtriumSettings settings) {
        this.members = members;
        this.settings = settings;
    }

    record NewMember(String login, String name, String password, Set<Role> roles) {}

    record Added(String person) {}

    record MemberList(List<Member> items) {}

    record Member(String person, String login, String name, Role role) {}

    @Operation(summary = "Give a new person a login and roles in an organisation")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Added add(Actor actor, RequestKey key, @PathVariable OrgId organisation, @RequestBody NewMember body) {
        boolean isPersona = settings.demo() && body.password().equals(settings.demoPassword());
        var command = new AddMember(organisation, body.login(), body.name(), body.password(), body.roles(), isPersona);
        return switch (members.add(actor, key, command)) {
            case Members.Outcome.Added(var person) -> new Added(person.value());
            case Members.Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    @Operation(summary = "Who is in an organisation, and with which roles")
    @GetMapping
    MemberList list(Actor actor, @PathVariable OrgId organisation) {
        return new MemberList(members.list(actor, organisation).stream()
                .map(MembersApi::member)
                .toList());
    }

    private static Member member(MemberView view) {
        return new Member(view.person().value(), view.login(), view.name(), view.role());
    }
}
