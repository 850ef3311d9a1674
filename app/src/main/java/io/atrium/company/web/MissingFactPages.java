// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyRefusal;
import io.atrium.company.DeclareFact;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.OwnFiles;
import io.atrium.company.RecordOutcome;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/company/missing`: what a file lacks, what each fact would unlock, and the form that adds it.
@Controller
class MissingFactPages {

    private static final String MISSING = "/company/missing";
    private static final String DECLARATION = "/company/facts/{fact}/declaration";

    private final Companies companies;
    private final OwnFiles own;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;
    private final BusinessClock businessClock;
    private final InstantSource clock;

    MissingFactPages(
            Companies companies,
            OwnFiles own,
            FactCatalogue catalogue,
            RequestKeys keys,
            BusinessClock businessClock,
            InstantSource clock) {
        this.companies = companies;
        this.own = own;
        this.catalogue = catalogue;
        this.keys = keys;
        this.businessClock = businessClock;
        this.clock = clock;
    }

    @GetMapping(MISSING)
    PageView missing(Actor actor, Text t) {
        actor.require(Permission.READ_COMPANY);
        return page(actor, actor.organisation(), t).under(Crumb.of("company.file.heading", FileTabs.OWN));
    }

    @GetMapping("/companies/{firm}/missing")
    PageView missing(Actor actor, Text t, @PathVariable OrgId firm) {
        return page(actor, firm, t).under(Crumb.of("company.list.title", "/companies"));
    }

    private PageView page(Actor actor, OrgId firm, Text t) {
        var missing = own.missing(actor, firm).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var file = file(actor, firm);
        var tabs = FileTabs.of(actor, firm);
        boolean mayAdd = file.isPresent() && MissingFactsView.mayAdd(actor, tabs);
        var page = new MissingFactsPage(
                file.map(found -> new IdentityBars(catalogue, t).of(found)).orElse(null),
                file.map(_ -> tabs.tabs(t, "missing")).orElse(List.of()),
                t.of("company.missing.lead"),
                file.isEmpty() && own.mayOpen(actor) ? opening() : null,
                file.isEmpty() && !own.mayOpen(actor) ? nextWithoutCode(t) : null,
                MissingFactsView.table(missing.size()),
                new MissingFactsView(catalogue, t, new Audience(t, Map.of())).rows(missing, mayAdd));
        return PageView.of("company/missing", "company.file.missing.title", page);
    }

    private Form opening() {
        return Form.to(FileTabs.OWN, "company.missing.open").keyed(keys.fresh());
    }

    private static Next nextWithoutCode(Text t) {
        return new Next(t.of("company.missing.next"), t.of("company.missing.next.who"), null);
    }

    @PostMapping(FileTabs.OWN)
    ModelAndView open(Actor actor, RequestKey key) {
        return switch (own.open(key, actor)) {
            case RecordOutcome.Recorded _ -> SeeOther.to(MISSING).saying(Flash.done("company.missing.open.flash"));
            case RecordOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    @GetMapping(DECLARATION)
    PageView declaration(Actor actor, Text t, @PathVariable String fact) {
        return form(actor, t, form(actor, declarable(actor, fact), t, ""), fact);
    }

    @PostMapping(DECLARATION)
    ModelAndView declare(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable String fact,
            Seen seen,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since) {
        var definition = declarable(actor, fact);
        var value = FactField.typed(typed);
        var again = form(actor, definition, t, value).answered(typed.toSingleValueMap());
        if (value.isBlank()) {
            return form(actor, t, again.wrong(List.of(missingValue(definition, t))), fact)
                    .refused();
        }
        var outcome = own.declare(
                new DeclareFact(key, actor, fact, year, value, since == null ? businessClock.today() : since, seen));
        return switch (outcome) {
            case RecordOutcome.Recorded _ ->
                SeeOther.to(MISSING)
                        .saying(Flash.done("company.missing.flash", new FactText(t).label(definition.label())));
            case RecordOutcome.Refused refused
            when refused.code() == CompanyRefusal.FACT_CHANGED_MEANWHILE ->
                form(actor, t, overtaken(actor, definition, again, t), fact).overtaken();
            case RecordOutcome.Refused refused ->
                form(actor, t, again.refused(refused.refusal()), fact).refused();
        };
    }

    private Form overtaken(Actor actor, FactDefinition fact, Form typed, Text t) {
        var known = file(actor, actor.organisation())
                .flatMap(file -> file.facts().stream()
                        .filter(line -> line.definition().equals(fact))
                        .findFirst());
        var change = known.map(line -> new Conflict.Change(new FactText(t).source(line), null));
        return typed.overtaken(new FactField(fact, t).stored(known), change.orElse(null), MISSING);
    }

    private static FieldError missingValue(FactDefinition fact, Text t) {
        return FieldError.of(FactField.VALUE, "web.form.required", new FactText(t).label(fact.label()));
    }

    private FactDefinition declarable(Actor actor, String fact) {
        actor.require(Permission.MAINTAIN_COMPANY);
        return catalogue
                .find(fact)
                .filter(FactDefinition::declarable)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form form(Actor actor, FactDefinition fact, Text t, String typed) {
        var field = new FactField(fact, t);
        return Form.to(
                        DECLARATION.replace("{fact}", fact.key()),
                        "company.missing.submit",
                        field.answered(typed),
                        field.when(businessClock.today()))
                .seen(file(actor, actor.organisation())
                        .map(file -> file.seen(fact.key(), null))
                        .orElse(Seen.ANYTHING))
                .keyed(keys.fresh());
    }

    private PageView form(Actor actor, Text t, Form form, String fact) {
        if (file(actor, actor.organisation()).isEmpty()) {
            throw new RefusedException(CompanyRefusal.COMPANY_UNKNOWN);
        }
        var label = new FactText(t).label(catalogue.find(fact).orElseThrow().label());
        return PageView.of("company/declare", "company.missing.declare.title", form, label)
                .under(Crumb.of("company.file.heading", FileTabs.OWN), Crumb.of("company.file.missing.title", MISSING));
    }

    private Optional<CompanyFile> file(Actor actor, OrgId firm) {
        return companies.file(actor, firm, businessClock.today(), clock.instant());
    }
}
