// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.People;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.identity.Registrations;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/admin/organisations/new`: registers an organisation by hand, then leads on to inviting its first member.
@Controller
class RegistrationPages {

    static final String PATH = "/admin/organisations/new";

    private final Registrations registrations;
    private final RequestKeys keys;

    RegistrationPages(Registrations registrations, RequestKeys keys) {
        this.registrations = registrations;
        this.keys = keys;
    }

    @GetMapping(PATH)
    PageView form(Actor actor) {
        People.require(actor);
        return page(form());
    }

    @PostMapping(PATH)
    ModelAndView register(
            Actor actor,
            RequestKey key,
            @RequestParam OrgKind kind,
            @RequestParam(name = "name_zh", defaultValue = "") String nameZh,
            @RequestParam(name = "name_en", defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String code) {
        People.require(actor);
        var answered = form().answered(Map.of("kind", kind.name(), "name_zh", nameZh, "name_en", nameEn, "code", code));
        var errors = errors(nameZh, nameEn);
        if (!errors.isEmpty()) {
            return page(answered.wrong(errors)).refused();
        }
        var unifiedCode = code.isBlank() ? null : code.strip().toUpperCase(Locale.ROOT);
        var command = new RegisterOrganisation(kind, nameZh.strip(), nameEn.strip(), unifiedCode);
        return switch (registrations.register(actor, key, command)) {
            case Registrations.Outcome.Registered(var organisation) ->
                SeeOther.to(MemberTabs.invitations(organisation))
                        .saying(Flash.done("identity.registration.done", nameZh.strip()));
            case Registrations.Outcome.Refused(var refusal) ->
                page(answered.refused(refusal)).refused();
        };
    }

    private static PageView page(Form form) {
        return PageView.of("identity/registration", "identity.registration.title", new RegistrationPage(form))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("identity.people.title", PeoplePages.PATH));
    }

    private Form form() {
        var kinds = Arrays.stream(OrgKind.values())
                .map(kind -> Option.key(kind.name(), "identity.kind." + kind))
                .toList();
        return Form.to(
                        PATH,
                        "identity.registration.submit",
                        Field.select("kind", "identity.registration.kind", kinds),
                        Field.text("name_zh", "identity.registration.name-zh"),
                        Field.text("name_en", "identity.registration.name-en"),
                        Field.text("code", "identity.registration.code")
                                .hint("identity.registration.code.hint")
                                .optional())
                .keyed(keys.fresh());
    }

    private static List<FieldError> errors(String nameZh, String nameEn) {
        var errors = new ArrayList<FieldError>();
        Map.of("name_zh", nameZh, "name_en", nameEn).forEach((field, name) -> {
            if (name.isBlank() || name.strip().length() > Registrations.NAME_LENGTH_MAX) {
                errors.add(FieldError.of(field, "identity.registration.name.wrong"));
            }
        });
        return errors;
    }
}
