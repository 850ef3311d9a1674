// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.AddCertificate;
import io.atrium.company.CertificateId;
import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateOutcome;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.CompanySettings;
import io.atrium.company.FactCatalogue;
import io.atrium.files.EvidenceType;
import io.atrium.files.StoredFiles;
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
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/company/certificates`: papers that a firm keeps here once, with who checked them.
@Controller
class CertificatePages {

    private static final String PATH = "/company/certificates";
    private static final String TITLE = "company.certificates.title";
    private static final String FILE = "file";
    private static final UploadLimit LIMIT = new UploadLimit(EvidenceType.ACCEPT, StoredFiles.SIZE_BYTES_MAX, 1);

    private final Certificates certificates;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final CompanySettings settings;
    private final RequestKeys keys;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    CertificatePages(
            Certificates certificates,
            Companies companies,
            FactCatalogue catalogue,
            CompanySettings settings,
            RequestKeys keys,
            BusinessClock clock,
            InstantSource systemClock) {
        this.certificates = certificates;
        this.companies = companies;
        this.catalogue = catalogue;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @GetMapping(PATH)
    PageView own(Actor actor, Text t) {
        actor.require(Permission.READ_COMPANY);
        return page(actor, actor.organisation(), t).under(Crumb.of("company.file.heading", FileTabs.OWN));
    }

    @GetMapping("/companies/{firm}/certificates")
    PageView of(Actor actor, Text t, @PathVariable OrgId firm) {
        return page(actor, firm, t).under(Crumb.of("company.list.title", "/companies"));
    }

    private PageView page(Actor actor, OrgId firm, Text t) {
        var file = file(actor, firm);
        var tabs = FileTabs.of(actor, firm);
        var kept = certificates.list(actor, firm);
        boolean isKeeper = tabs.isOwn() && actor.may(Permission.MAINTAIN_COMPANY);
        var page = new CertificatePage(
                new IdentityBars(catalogue, t).of(file),
                tabs.tabs(t, "certificates"),
                isKeeper ? PATH + "/new" : null,
                table(kept.size()),
                kept.stream()
                        .map(certificate -> row(certificate, actor, isKeeper, t))
                        .toList());
        return PageView.of("company/certificates", TITLE, page);
    }

    private CertificatePage.Row row(CertificateView certificate, Actor actor, boolean isKeeper, Text t) {
        var views = views(t);
        var details = certificate.details();
        boolean mayCheck = certificate.check() == null && actor.may(Permission.DECIDE_CORRECTION);
        return new CertificatePage.Row(
                views.kind(certificate),
                details.number(),
                details.issuer(),
                views.until(certificate),
                views.state(certificate),
                "/files/" + certificate.file(),
                views.trust(certificate),
                views.trustText(certificate),
                mayCheck
                        ? Form.to("/certificates/" + certificate.id() + "/check", "company.certificate.check")
                                .keyed(keys.fresh())
                        : null,
                isKeeper ? PATH + "/" + certificate.id() + "/removal" : null);
    }

    private static Table table(int rows) {
        return Table.of(
                TITLE,
                Empty.nothingYet("company.certificates.empty"),
                rows,
                Column.text("company.certificate.kind"),
                Column.text("company.certificate.number"),
                Column.text("company.certificate.issuer"),
                Column.text("company.certificate.until"),
                Column.text("company.certificate.trust"));
    }

    @GetMapping(PATH + "/new")
    PageView form(Actor actor, Text t) {
        actor.require(Permission.MAINTAIN_COMPANY);
        file(actor, actor.organisation());
        return page(form());
    }

    @PostMapping(PATH)
    ModelAndView add(
            Actor actor,
            RequestKey key,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "issued_on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate issuedOn,
            @RequestParam(name = "valid_until", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate validUntil,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file)
            throws IOException {
        var again = form().answered(typed);
        var uploads = CorrectionRequestPages.uploads(file == null ? null : List.of(file));
        if (uploads.isEmpty()) {
            return page(again.wrong(List.of(FieldError.of(FILE, "company.imports.file.missing"))))
                    .refused();
        }
        var details = new CertificateView.Details(
                kind(typed.getOrDefault("kind", "")),
                typed.getOrDefault("number", ""),
                typed.getOrDefault("issuer", ""),
                issuedOn,
                validUntil);
        return switch (certificates.add(new AddCertificate(key, actor, details, uploads.getFirst()))) {
            case CertificateOutcome.Done _ ->
                SeeOther.to(PATH)
                        .saying(Flash.done(
                                "company.certificate.flash.added",
                                uploads.getFirst().name()));
            case CertificateOutcome.Refused refused ->
                page(again.refused(refused.refusal())).refused();
        };
    }

    @GetMapping(PATH + "/{id}/removal")
    PageView confirm(Actor actor, Text t, @PathVariable CertificateId id) {
        actor.require(Permission.MAINTAIN_COMPANY);
        var certificate = certificates.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var form = Form.to(PATH + "/" + id + "/removal", "company.certificate.remove")
                .keyed(keys.fresh());
        var page = new ConfirmPage(form, List.of(t.of("company.certificate.remove.effect")), PATH);
        return PageView.of("company/confirm", "company.certificate.remove.title", page, views(t).title(certificate))
                .under(Crumb.of("company.file.heading", FileTabs.OWN), Crumb.of(TITLE, PATH));
    }

    @PostMapping(PATH + "/{id}/removal")
    ModelAndView remove(Actor actor, RequestKey key, @PathVariable CertificateId id) {
        return switch (certificates.remove(key, actor, id)) {
            case CertificateOutcome.Done _ -> SeeOther.to(PATH).saying(Flash.done("company.certificate.flash.removed"));
            case CertificateOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    @PostMapping("/certificates/{id}/check")
    ModelAndView check(Actor actor, RequestKey key, @PathVariable CertificateId id) {
        actor.require(Permission.DECIDE_CORRECTION);
        var certificate = certificates.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return switch (certificates.check(key, actor, id)) {
            case CertificateOutcome.Done _ ->
                SeeOther.to("/companies/" + certificate.firm() + "/certificates")
                        .saying(Flash.done("company.certificate.flash.checked"));
            case CertificateOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private Form form() {
        var kinds = Arrays.stream(CertificateKind.values())
                .map(kind -> Option.key(kind.name(), "company.certificate.kind." + kind))
                .toList();
        return Form.to(
                        PATH,
                        "company.certificate.submit",
                        Field.select("kind", "company.certificate.kind", kinds),
                        Field.text("number", "company.certificate.number"),
                        Field.text("issuer", "company.certificate.issuer"),
                        Field.of(FieldKind.DATE, "issued_on", "company.certificate.issued")
                                .small()
                                .optional(),
                        Field.of(FieldKind.DATE, "valid_until", "company.certificate.until")
                                .hint("company.certificate.until.hint")
                                .small()
                                .optional(),
                        Field.upload(FILE, "company.certificate.file", LIMIT).hint("company.certificate.file.hint"))
                .keyed(keys.fresh());
    }

    private static PageView page(Form form) {
        return PageView.of("company/certificate-new", "company.certificate.new.title", form)
                .under(Crumb.of("company.file.heading", FileTabs.OWN), Crumb.of(TITLE, PATH));
    }

    private static CertificateKind kind(String name) {
        return Arrays.stream(CertificateKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(CertificateKind.OTHER);
    }

    private CertificateViews views(Text t) {
        return new CertificateViews(clock.today(), clock.today().plusDays(settings.certificateWarningDays()), t);
    }

    private CompanyFile file(Actor actor, OrgId firm) {
        return companies
                .file(actor, firm, clock.today(), systemClock.instant())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
