// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.PERSON;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.web.Requests;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Members of an organisation (成员), as people add them: by the operator for anyone, by an owner for their own firm.
@Component
public class Members {

    private static final Map<OrgKind, Set<Role>> ROLES = Map.of(
            OrgKind.FIRM, EnumSet.of(Role.FIRM_OWNER, Role.FIRM_FINANCE, Role.FIRM_ENGINEER),
            OrgKind.PROVIDER, EnumSet.of(Role.PROVIDER_STAFF),
            OrgKind.DEPARTMENT, EnumSet.of(Role.OFFICER),
            OrgKind.BANK, EnumSet.of(Role.BANK_STAFF),
            OrgKind.AUDIT, EnumSet.of(Role.AUDITOR),
            OrgKind.COMMUNITY, EnumSet.of(Role.STEWARD, Role.OPERATOR, Role.ADMINISTRATOR));

    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final DSLContext database;

    Members(Organisations organisations, Requests requests, Audit audit, DSLContext database) {
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.database = database;
    }

    public sealed interface Outcome {
        record Added(PersonId person) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// What the idempotency of the request goes by: everything but the password.
    private record Fingerprint(OrgId organisation, String login, String name, Set<Role> roles) {}

    @Transactional
    public Outcome add(Actor actor, RequestKey key, AddMember command) {
        var organisation = visible(actor, command.organisation());
        var refusal = refusal(organisation, command);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        var fingerprint = new Fingerprint(command.organisation(), command.login(), command.name(), command.roles());
        return requests.once(actor, key, fingerprint, Outcome.class, () -> addNew(actor, command));
    }

    @Transactional(readOnly = true)
    public List<MemberView> list(Actor actor, OrgId organisation) {
        visible(actor, organisation);
        return organisations.members(organisation);
    }

    private Outcome addNew(Actor actor, AddMember command) {
        if (database.fetchExists(PERSON, PERSON.LOGIN.eq(command.login()))) {
            return new Outcome.Refused(Refusal.of(IdentityRefusal.LOGIN_TAKEN, "login", command.login()));
        }
        var person = organisations.addMember(command);
        audit.record(
                actor,
                "identity.member-added",
                person.value(),
                Map.of("organisation", command.organisation().value(), "roles", command.roles()));
        return new Outcome.Added(person);
    }

    private OrganisationView visible(Actor actor, OrgId organisation) {
        actor.require(Permission.MANAGE_PEOPLE);
        return organisations
                .find(organisation)
                .filter(found -> actor.scope(Permission.MANAGE_PEOPLE).sees(found.id()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static @Nullable Refusal refusal(OrganisationView organisation, AddMember command) {
        if (!AddMember.LOGIN.matcher(command.login()).matches()) {
            return Refusal.of(IdentityRefusal.LOGIN_MALFORMED, "login", command.login());
        }
        int length = command.password().length();
        if (length < AddMember.PASSWORD_LENGTH_MIN || length > AddMember.PASSWORD_LENGTH_MAX) {
            return new Refusal(
                    IdentityRefusal.PASSWORD_LENGTH_OUT_OF_RANGE,
                    Map.of("min", AddMember.PASSWORD_LENGTH_MIN, "max", AddMember.PASSWORD_LENGTH_MAX));
        }
        var allowed = ROLES.getOrDefault(organisation.kind(), Set.of());
        return command.roles().isEmpty() || !allowed.containsAll(command.roles())
                ? Refusal.of(IdentityRefusal.ROLE_NOT_FOR_ORGANISATION, "allowed", allowed)
                : null;
    }
}
