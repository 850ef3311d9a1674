// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.company.Companies;
import io.atrium.company.CorrectionId;
import io.atrium.company.CorrectionOutcome;
import io.atrium.company.CorrectionView;
import io.atrium.company.Corrections;
import io.atrium.company.DecideCorrection;
import io.atrium.company.FactCatalogue;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Option;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/corrections`: a firm's own requests, or the queue of whoever decides; each request with what may be done about it.
@Controller
class CorrectionPages {

    static final String PATH = "/corrections";
    private static final String ACCEPT = "accept";
    private static final String REFUSE = "refuse";

    private final Corrections corrections;
    private final Companies companies;
    private final Certificates certificates;
    private final FactCatalogue catalogue;
    private final StoredFiles files;
    private final RequestKeys keys;
    private final Sheets sheets;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    CorrectionPages(
            Corrections corrections,
            Companies companies,
            Certificates certificates,
            FactCatalogue catalogue,
            StoredFiles files,
            RequestKeys keys,
            Sheets sheets,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.corrections = corrections;
        this.companies = companies;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.files = files;
        this.keys = keys;
        this.sheets = sheets;
        this.clock = clock;
        this.calendar = calendar;
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t, ListQuery query) {
        actor.require(Permission.READ_COMPANY);
        boolean isOwn = !(actor.scope(Permission.READ_COMPANY) instanceof Scope.All);
        var filter = CorrectionLists.filter(query, clock.instant());
        int total = corrections.count(actor, filter);
        var views = views(t);
        var rows = corrections.list(actor, filter, query.page(), query.size()).stream()
                .map(correction -> CorrectionLists.row(correction, views, t))
                .toList();
        var page = new CorrectionListPage(
                t.of(isOwn ? "company.corrections.lead.own" : "company.corrections.lead.queue"),
                query,
                CorrectionLists.filters(isOwn),
                CorrectionLists.table(isOwn).paged(query, total).exported(query),
                rows);
        return PageView.of("company/corrections", CorrectionLists.TITLE, page);
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_COMPANY);
        var filter = CorrectionLists.filter(query, clock.instant());
        var views = views(t);
        var rows = SheetRows.paged(
                corrections.count(actor, filter), (page, size) -> corrections.list(actor, filter, page, size));
        return sheets.answer(CorrectionLists.sheet(views, t), rows, new SheetAsk(format, query, t));
    }

    @GetMapping(PATH + "/{id}")
    PageView correction(Actor actor, Text t, @PathVariable CorrectionId id) {
        return page(actor, find(actor, id), t, null);
    }

    @PostMapping(PATH + "/{id}/decision")
    ModelAndView decide(
            Actor actor,
            Text t,
            RequestKey key,
            @PathVariable CorrectionId id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        actor.require(Permission.DECIDE_CORRECTION);
        var typed = decideForm(id).values(decision, reason);
        if (!List.of(ACCEPT, REFUSE).contains(decision)) {
            return page(actor, find(actor, id), t, typed.wrong("decision", t.of("company.correction.decision")))
                    .refused();
        }
        return switch (corrections.decide(new DecideCorrection(key, actor, id, decision.equals(ACCEPT), reason))) {
            case CorrectionOutcome.Done _ ->
                SeeOther.to(PATH + "/" + id).saying(Flash.done("company.correction.flash." + decision));
            case CorrectionOutcome.Refused refused ->
                page(actor, find(actor, id), t, typed.refused(refused)).refused();
        };
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, RequestKey key, @PathVariable CorrectionId id) {
        return switch (corrections.withdraw(key, actor, id)) {
            case CorrectionOutcome.Done _ ->
                SeeOther.to(PATH + "/" + id).saying(Flash.done("company.correction.flash.withdraw"));
            case CorrectionOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    /// The form of a decision, with what was typed.
    private record Deciding(Form form) {

        Deciding values(String decision, String reason) {
            return new Deciding(form.answered(Map.of("decision", decision, "reason", reason)));
        }

        Form wrong(String field, String label) {
            return form.wrong(List.of(FieldError.of(field, "web.form.required", label)));
        }

        Form refused(CorrectionOutcome.Refused outcome) {
            return form.refused(outcome.refusal());
        }
    }

    private Deciding decideForm(CorrectionId id) {
        return new Deciding(Form.to(
                        PATH + "/" + id + "/decision",
                        "company.correction.decide",
                        Field.radios(
                                "decision",
                                "company.correction.decision",
                                List.of(
                                        Option.key(ACCEPT, "company.correction.decision.accept"),
                                        Option.key(REFUSE, "company.correction.decision.refuse"))),
                        Field.of(FieldKind.TEXTAREA, "reason", "company.correction.decision.reason")
                                .hint("company.correction.decision.reason.hint")
                                .optional())
                .keyed(keys.fresh()));
    }

    private PageView page(Actor actor, CorrectionView correction, Text t, @Nullable Form deciding) {
        var views = views(t);
        boolean mayDecide = correction.isOpen() && actor.may(Permission.DECIDE_CORRECTION);
        boolean mayWithdraw = correction.isOpen()
                && actor.scope(Permission.MAINTAIN_COMPANY)
                        .sees(correction.firm().id());
        var decision = correction.decision();
        var page = new CorrectionPage(
                identity(actor, correction.firm().id(), t),
                CorrectionViews.state(correction),
                views.next(correction),
                decision == null || decision.reason() == null ? null : decision.reason(),
                views.old(corrections.old(actor, correction)),
                views.asked(correction),
                evidence(actor, correction, t),
                views.timeline(correction),
                mayDecide ? deciding == null ? decideForm(correction.id()).form() : deciding : deciding,
                mayWithdraw
                        ? Form.to(PATH + "/" + correction.id() + "/withdrawal", "company.correction.withdraw")
                                .keyed(keys.fresh())
                        : null);
        return PageView.of("company/correction", "company.correction.title", page, views.fact(correction))
                .under(Crumb.of(CorrectionLists.TITLE, PATH));
    }

    private @Nullable IdentityBar identity(Actor actor, OrgId firm, Text t) {
        return companies
                .file(actor, firm, clock.today(), clock.instant())
                .map(file -> new IdentityBars(catalogue, t)
                        .of(file)
                        .linked(FileTabs.of(actor, firm).base()))
                .orElse(null);
    }

    private List<CorrectionPage.File> evidence(Actor actor, CorrectionView correction, Text t) {
        var views = new CertificateViews(clock.today(), clock.today(), t);
        var papers = certificates.list(actor, correction.firm().id()).stream()
                .collect(Collectors.toMap(CertificateView::file, paper -> paper));
        return correction.evidence().stream()
                .flatMap(id -> files.find(actor.scope(Permission.READ_COMPANY), id).stream())
                .map(file -> {
                    var paper = papers.get(file.id());
                    return paper == null
                            ? new CorrectionPage.File(file.name(), "/files/" + file.id(), null)
                            : new CorrectionPage.File(
                                    views.title(paper),
                                    "/files/" + file.id(),
                                    t.of(views.trust(paper).key()));
                })
                .toList();
    }

    private CorrectionView find(Actor actor, CorrectionId id) {
        return corrections.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private CorrectionViews views(Text t) {
        return new CorrectionViews(catalogue, calendar, clock, t);
    }
}
