// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import io.atrium.identity.Actors;
import io.atrium.identity.AddMember;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.identity.Tokens;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/// Makes organisations and people for tests, each new.
@TestComponent
public class House {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Organisations organisations;
    private final Actors actors;
    private final Tokens tokens;
    private final Environment environment;
    private final JsonMapper json;
    private final QueryCount queries;

    House(
            Organisations organisations,
            Actors actors,
            Tokens tokens,
            Environment environment,
            JsonMapper json,
            QueryCount queries) {
        this.organisations = organisations;
        this.actors = actors;
        this.tokens = tokens;
        this.environment = environment;
        this.json = json;
        this.queries = queries;
    }

    public Resident firmOwner() {
        return resident(OrgKind.FIRM, Role.FIRM_OWNER);
    }

    public Resident operator() {
        return resident(OrgKind.COMMUNITY, Role.OPERATOR);
    }

    public Resident officer() {
        return resident(OrgKind.DEPARTMENT, Role.OFFICER);
    }

    public Resident provider() {
        return resident(OrgKind.PROVIDER, Role.PROVIDER_STAFF);
    }

    public Resident auditor() {
        return resident(OrgKind.AUDIT, Role.AUDITOR);
    }

    /// A new organisation with one new person in it.
    public Resident resident(OrgKind kind, Role... roles) {
        int number = COUNT.incrementAndGet();
        var organisation = organisations.register(
                new RegisterOrganisation(kind, "测试组织" + number, "Test organisation " + number, null));
        return member(organisation, roles);
    }

    /// A new person in an organisation that is already there.
    public Resident member(OrgId organisation, Role... roles) {
        var login = "test-" + COUNT.incrementAndGet();
        var person = organisations.addMember(
                new AddMember(organisation, login, "测试人员", Resident.PASSWORD, Set.of(roles), false));
        var actor = actors.find(person, organisation).orElseThrow();
        var token = (Tokens.Outcome.Created) tokens.create(actor, "test", Set.of(), Duration.ofDays(1));
        return new Resident(organisation, actor, login, token.secret());
    }

    public Api api(Resident resident) {
        return new Api(root(), resident.token(), json);
    }

    /// The API without a token.
    public Api stranger() {
        return new Api(root(), null, json);
    }

    /// A browser that has signed in as the resident.
    public Browser browser(Resident resident) {
        var browser = new Browser(root());
        browser.signIn(resident.login(), Resident.PASSWORD);
        return browser;
    }

    /// A browser that has not signed in.
    public Browser visitor() {
        return new Browser(root());
    }

    /// Somebody who tries any address, not signed in.
    public Walker walker() {
        return new Walker(root(), null, queries);
    }

    /// The same, signed in.
    public Walker walker(Resident resident) {
        return new Walker(root(), resident, queries);
    }

    public String root() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }
}
