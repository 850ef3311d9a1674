// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.ConsentId;
import io.atrium.company.ConsentOutcome;
import io.atrium.company.ConsentView;
import io.atrium.company.Consents;
import io.atrium.company.FactCatalogue;
import io.atrium.company.GrantConsent;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/company/consents`: who reads the file, since when and why; give consent and take it back.
@Controller
class ConsentPages {

    static final String PATH = "/company/consents";
    private static final String GROUPS = "groups";

    private final Consents consents;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;
    private final Sheets sheets;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    ConsentPages(
            Consents consents,
            Companies companies,
            FactCatalogue catalogue,
            RequestKeys keys,
            Sheets sheets,
            BusinessClock clock,
            InstantSource systemClock) {
        this.consents = consents;
        this.companies = companies;
        this.catalogue = catalogue;
        this.keys = keys;
        this.sheets = sheets;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @GetMapping(PATH)
    PageView own(Actor actor, Text t, ListQuery query) {
        actor.require(Permission.READ_COMPANY);
        return ledger(actor, actor.organisation(), t, query).under(Crumb.of("company.file.heading", FileTabs.OWN));
    }

    @GetMapping("/companies/{firm}/consents")
    PageView of(Actor actor, Text t, ListQuery query, @PathVariable OrgId firm) {
        return ledger(actor, firm, t, query).under(Crumb.of("company.list.title", "/companies"));
    }

    @GetMapping({PATH + "/export", "/companies/{firm}/consents/export"})
    ResponseEntity<byte[]> export(
            Actor actor,
            Text t,
            ListQuery query,
            SheetFormat format,
            @PathVariable(required = false) @Nullable OrgId firm) {
        var file = file(actor, firm == null ? actor.organisation() : firm);
        var rows = SheetRows.of(consents.ledger(actor, file.company().id()));
        return sheets.answer(views(t).sheet(), rows, new SheetAsk(format, query, t));
    }

    private PageView ledger(Actor actor, OrgId firm, Text t, ListQuery query) {
        var file = file(actor, firm);
        var tabs = FileTabs.of(actor, firm);
        boolean mayManage = tabs.isOwn() && actor.may(Permission.MANAGE_CONSENT);
        var views = views(t);
        var ledger = consents.ledger(actor, firm);
        var byRole = consents.bodiesByRole();
        var page = new ConsentPage(
                new IdentityBars(catalogue, t).of(file),
                tabs.tabs(t, "consents"),
                mayManage ? PATH + "/new" : null,
                ConsentViews.table(ledger.size()).exported(query),
                ledger.stream().map(consent -> views.row(consent, mayManage)).toList(),
                ConsentViews.byRole(byRole.size()),
                byRole.stream().map(views::row).toList());
        return PageView.of("company/consents", ConsentViews.TITLE, page);
    }

    @GetMapping(PATH + "/new")
    PageView form(Actor actor, Text t) {
        actor.require(Permission.MANAGE_CONSENT);
        file(actor, actor.organisation());
        return page(form(views(t), Set.of()));
    }

    @PostMapping(PATH)
    ModelAndView grant(
            Actor actor,
            Text t,
            RequestKey key,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {
        var groups = typed.getOrDefault(GROUPS, List.of());
        var last = until == null ? clock.today().minusDays(1) : until;
        var outcome = consents.grant(new GrantConsent(key, actor, new OrgId(body), groups, purpose, last));
        return switch (outcome) {
            case ConsentOutcome.Done _ -> SeeOther.to(PATH).saying(Flash.done("company.consents.flash.granted"));
            case ConsentOutcome.Refused refused -> {
                var answers = typed.toSingleValueMap();
                answers.remove(GROUPS);
                var again = form(views(t), Set.copyOf(groups)).answered(answers).refused(refused.refusal());
                yield page(again).refused();
            }
        };
    }

    @GetMapping(PATH + "/{id}/revocation")
    PageView confirm(Actor actor, Text t, @PathVariable ConsentId id) {
        actor.require(Permission.MANAGE_CONSENT);
        var consent = consents.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return revocation(t, consent);
    }

    @PostMapping(PATH + "/{id}/revocation")
    ModelAndView revoke(Actor actor, RequestKey key, @PathVariable ConsentId id) {
        return switch (consents.revoke(key, actor, id)) {
            case ConsentOutcome.Done _ -> SeeOther.to(PATH).saying(Flash.done("company.consents.flash.revoked"));
            case ConsentOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private PageView revocation(Text t, ConsentView consent) {
        var views = views(t);
        var form = Form.to(PATH + "/" + consent.id() + "/revocation", "company.consents.revoke")
                .keyed(keys.fresh());
        var page = new ConfirmPage(
                form,
                List.of(
                        t.of("company.consents.revoke.effect", views.name(consent.body()), views.groups(consent)),
                        t.of("company.consents.revoke.kept")),
                PATH);
        return PageView.of("company/confirm", "company.consents.revoke.title", page, views.name(consent.body()))
                .under(Crumb.of("company.file.heading", FileTabs.OWN), Crumb.of(ConsentViews.TITLE, PATH));
    }

    private Form form(ConsentViews views, Set<String> chosen) {
        var bodies = consents.bodies().stream()
                .map(body -> Option.literal(body.id().value(), views.name(body)))
                .toList();
        return Form.to(
                        PATH,
                        "company.consents.submit",
                        Field.radios("body", "company.consents.body", bodies),
                        Field.of(FieldKind.CHECKBOXES, GROUPS, "company.consents.groups")
                                .options(views.groupOptions())
                                .values(chosen),
                        Field.text("purpose", "company.consents.purpose").hint("company.consents.purpose.hint"),
                        Field.of(FieldKind.DATE, "until", "company.consents.until")
                                .hint("company.consents.until.hint")
                                .small()
                                .value(clock.today().plusYears(1).toString()))
                .keyed(keys.fresh());
    }

    private static PageView page(Form form) {
        return PageView.of("company/consent-new", "company.consents.new.title", form)
                .under(Crumb.of("company.file.heading", FileTabs.OWN), Crumb.of(ConsentViews.TITLE, PATH));
    }

    private CompanyFile file(Actor actor, OrgId firm) {
        return companies
                .file(actor, firm, clock.today(), systemClock.instant())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private ConsentViews views(Text t) {
        return new ConsentViews(catalogue, clock.today(), t);
    }
}
