// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Certificates;
import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyRefusal;
import io.atrium.company.CompanySettings;
import io.atrium.company.CorrectionOutcome;
import io.atrium.company.Corrections;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.RequestCorrection;
import io.atrium.company.Upload;
import io.atrium.files.EvidenceType;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Conflict;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/corrections/new`: the form in which a firm says that a fact is wrong.
@Controller
class CorrectionRequestPages {

    private static final String NEW = CorrectionPages.PATH + "/new";
    private static final String EVIDENCE = "evidence";
    private static final String REASON = "reason";
    private static final String KEPT = "kept";

    private static final UploadLimit EVIDENCE_LIMIT =
            new UploadLimit(EvidenceType.ACCEPT, StoredFiles.SIZE_BYTES_MAX, RequestCorrection.EVIDENCE_MAX);

    private final Corrections corrections;
    private final Certificates certificates;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final CompanySettings settings;
    private final RequestKeys keys;
    private final BusinessClock clock;
    private final InstantSource systemClock;
    private final WorkingCalendar calendar;

    CorrectionRequestPages(
            Corrections corrections,
            Certificates certificates,
            Companies companies,
            FactCatalogue catalogue,
            CompanySettings settings,
            RequestKeys keys,
            BusinessClock clock,
            InstantSource systemClock,
            WorkingCalendar calendar) {
        this.corrections = corrections;
        this.certificates = certificates;
        this.companies = companies;
        this.catalogue = catalogue;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.systemClock = systemClock;
        this.calendar = calendar;
    }

    /// Which fact is meant.
    private record About(FactDefinition fact, @Nullable Integer year) {}

    @GetMapping(NEW)
    ModelAndView form(
            Actor actor, Text t, @RequestParam String fact, @RequestParam(required = false) @Nullable Integer year) {
        var about = about(actor, fact, year);
        return page(actor, t, about, form(actor, about, t, ""));
    }

    @PostMapping(CorrectionPages.PATH)
    ModelAndView request(
            Actor actor,
            Text t,
            RequestKey key,
            @RequestParam String fact,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            Seen seen,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = EVIDENCE, required = false) @Nullable List<MultipartFile> evidence)
            throws IOException {
        var about = about(actor, fact, year);
        var value = FactField.typed(typed);
        var reason = Objects.requireNonNullElse(typed.getFirst(REASON), "");
        var kept = typed.getOrDefault(KEPT, List.of());
        var again = form(actor, about, t, value).answered(answers(typed));
        var wrong = missing(about, t, value, reason);
        if (!wrong.isEmpty()) {
            return page(actor, t, about, again.wrong(wrong)).refused();
        }
        var statement =
                new RequestCorrection.Statement(fact, year, value, since == null ? clock.today() : since, reason);
        var outcome = corrections.request(new RequestCorrection(key, actor, statement, uploads(evidence), kept, seen));
        return switch (outcome) {
            case CorrectionOutcome.Done(var id) ->
                SeeOther.to(CorrectionPages.PATH + "/" + id).saying(Flash.done("company.correction.flash.request"));
            case CorrectionOutcome.Refused refused
            when refused.code() == CompanyRefusal.FACT_CHANGED_MEANWHILE ->
                page(actor, t, about, overtaken(actor, about, again, t)).overtaken();
            case CorrectionOutcome.Refused refused ->
                page(actor, t, about, again.refused(refused.refusal())).refused();
        };
    }

    private Form overtaken(Actor actor, About about, Form typed, Text t) {
        var known = line(file(actor), about);
        var change = known.map(line -> new Conflict.Change(new FactText(t).source(line), null));
        return typed.overtaken(new FactField(about.fact(), t).stored(known), change.orElse(null), FileTabs.OWN);
    }

    static List<Upload> uploads(@Nullable List<MultipartFile> files) throws IOException {
        var uploads = new ArrayList<Upload>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                uploads.add(new Upload(
                        Objects.requireNonNullElse(file.getOriginalFilename(), "evidence"),
                        Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
                        file.getBytes()));
            }
        }
        return uploads;
    }

    private static List<FieldError> missing(About about, Text t, String value, String reason) {
        var wrong = new ArrayList<FieldError>();
        if (value.isBlank()) {
            var label = new FactText(t).label(about.fact().label());
            wrong.add(FieldError.of(FactField.VALUE, "web.form.required", label));
        }
        if (reason.isBlank()) {
            wrong.add(FieldError.of(REASON, "web.form.required", t.of("company.correction.reason")));
        }
        return wrong;
    }

    private About about(Actor actor, String key, @Nullable Integer year) {
        actor.require(Permission.MAINTAIN_COMPANY);
        return catalogue
                .find(key)
                .filter(fact -> !fact.isDerived() && fact.isYearly() == (year != null))
                .map(fact -> new About(fact, year))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form form(Actor actor, About about, Text t, String typed) {
        var field = new FactField(about.fact(), t);
        var year = about.year();
        var form = Form.to(
                CorrectionPages.PATH,
                "company.correction.submit",
                Field.hidden("fact", about.fact().key()),
                field.answered(typed));
        form = year == null
                ? form.with(field.when(clock.today()))
                : form.with(Field.hidden(FactField.YEAR, Integer.toString(year)));
        form = form.with(Field.of(FieldKind.TEXTAREA, REASON, "company.correction.reason")
                .hint("company.correction.reason.hint"));
        return proving(actor, form, t)
                .seen(file(actor).seen(about.fact().key(), about.year()))
                .keyed(keys.fresh());
    }

    /// Papers that the firm keeps here are picked, not uploaded again; without any, a file has to be sent.
    private Form proving(Actor actor, Form form, Text t) {
        var upload = Field.upload(EVIDENCE, "company.correction.evidence", EVIDENCE_LIMIT);
        var kept = certificates.list(actor, actor.organisation());
        if (kept.isEmpty()) {
            return form.with(upload.hint("company.correction.evidence.hint.only"));
        }
        var soon = clock.today().plusDays(settings.certificateWarningDays());
        var options = new CertificateViews(clock.today(), soon, t).options(kept);
        return form.with(Field.of(FieldKind.CHECKBOXES, KEPT, "company.correction.kept")
                        .hint("company.correction.kept.hint")
                        .options(options)
                        .optional())
                .with(upload.hint("company.correction.evidence.hint").optional());
    }

    /// Ticks of papers are several values under one name; they are ticked again by hand.
    private static Map<String, String> answers(MultiValueMap<String, String> typed) {
        var answers = typed.toSingleValueMap();
        answers.remove(FactField.VALUE);
        return answers;
    }

    private PageView page(Actor actor, Text t, About about, Form form) {
        var file = file(actor);
        var views = new CorrectionViews(catalogue, calendar, clock, t);
        var page = new CorrectionRequestPage(
                views.old(line(file, about)), form, t.of("company.correction.rule", settings.correctionWorkingDays()));
        var label = new FactText(t).label(about.fact().label());
        return PageView.of("company/correction-new", "company.correction.new.title", page, label)
                .under(Crumb.of("company.file.heading", FileTabs.OWN));
    }

    private CompanyFile file(Actor actor) {
        return companies
                .file(actor, actor.organisation(), clock.today(), systemClock.instant())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static Optional<CompanyFile.Line> line(CompanyFile file, About about) {
        return file.facts().stream()
                .filter(line -> line.definition().equals(about.fact()))
                .filter(line -> Objects.equals(line.year(), about.year()))
                .findFirst();
    }
}
