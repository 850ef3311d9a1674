// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.People;
import io.atrium.identity.security.Sessions;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// `/admin/people/{person}`: where a person acts, and disabling or enabling their account.
@Controller
class PersonPages {

    private final People people;
    private final Sessions sessions;
    private final RequestKeys keys;

    PersonPages(People people, Sessions sessions, RequestKeys keys) {
        this.people = people;
        this.sessions = sessions;
        this.keys = keys;
    }

    @GetMapping(PeoplePages.PATH + "/{person}")
    PageView show(Actor actor, Text t, @PathVariable PersonId person) {
        return page(actor, t, person, UnaryOperator.identity());
    }

    @PostMapping(PeoplePages.PATH + "/{person}/disabling")
    ModelAndView disable(Actor actor, Text t, RequestKey key, @PathVariable PersonId person) {
        var outcome = people.disable(actor, key, person, true);
        if (outcome instanceof People.Outcome.Done) {
            sessions.endAll(person);
        }
        return answer(actor, t, person, outcome, "identity.person.disabled");
    }

    @PostMapping(PeoplePages.PATH + "/{person}/enabling")
    ModelAndView enable(Actor actor, Text t, RequestKey key, @PathVariable PersonId person) {
        return answer(actor, t, person, people.disable(actor, key, person, false), "identity.person.enabled");
    }

    private ModelAndView answer(Actor actor, Text t, PersonId person, People.Outcome outcome, String said) {
        return switch (outcome) {
            case People.Outcome.Done _ ->
                SeeOther.to(PeoplePages.PATH + "/" + person).saying(Flash.done(said));
            case People.Outcome.Refused(var refusal) ->
                page(actor, t, person, form -> form.refused(refusal)).refused();
        };
    }

    private PageView page(Actor actor, Text t, PersonId person, UnaryOperator<Form> answer) {
        var seats = people.find(actor, person);
        if (seats.isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var first = seats.getFirst();
        var disabled = first.isDisabled();
        var action = PeoplePages.PATH + "/" + person + (disabled ? "/enabling" : "/disabling");
        var form = Form.to(action, disabled ? "identity.person.enable" : "identity.person.disable")
                .keyed(keys.fresh());
        var rows = seats.stream().map(seat -> PeoplePage.Row.of(seat, t)).toList();
        var page = new PersonPage(
                List.of(
                        Fact.of(t.of("identity.members.login"), first.login()),
                        Fact.of(
                                t.of("identity.members.state"),
                                t.of(PeoplePage.state(first).key())),
                        Fact.of(
                                t.of("identity.members.last-sign-in"),
                                PeopleWords.lastSignIn(t, first.lastSignInAt()))),
                table(rows.size()),
                rows,
                answer.apply(form),
                List.of(t.of("identity.person.disable.access"), t.of("identity.person.disable.kept")),
                disabled,
                PeoplePages.PATH);
        return PageView.of("identity/person", "identity.person.title", page, first.name())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("identity.people.title", PeoplePages.PATH));
    }

    private static Table table(long rows) {
        return Table.of(
                "identity.person.seats",
                Empty.nothingYet("identity.members.none"),
                rows,
                Column.text("identity.member.organisation"),
                Column.text("identity.members.roles"));
    }
}
