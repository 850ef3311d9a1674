// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.company.ImportId;
import io.atrium.company.ImportOutcome;
import io.atrium.company.ImportRegistry;
import io.atrium.company.LongImports;
import io.atrium.company.RegistryImportSummary;
import io.atrium.company.RegistryImportView;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.CommonRefusal;
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
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/registry-imports`: hand in a delivery of the registry, read what became of it.
@Controller
class RegistryImportPages {

    private static final String PATH = "/registry-imports";
    private static final String FILE = "file";
    private static final UploadLimit LIMIT = new UploadLimit(
            ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            StoredFiles.SIZE_BYTES_MAX,
            1);

    private final Companies companies;
    private final LongImports longImports;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;
    private final Sheets sheets;
    private final BusinessClock clock;

    RegistryImportPages(
            Companies companies,
            LongImports longImports,
            FactCatalogue catalogue,
            RequestKeys keys,
            Sheets sheets,
            BusinessClock clock) {
        this.longImports = longImports;
        this.companies = companies;
        this.catalogue = catalogue;
        this.keys = keys;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t) {
        actor.require(Permission.IMPORT_REGISTRY);
        return list(actor, t, form());
    }

    @PostMapping(PATH)
    ModelAndView take(Actor actor, Text t, ListQuery query, RequestKey key, @RequestParam(FILE) MultipartFile file)
            throws IOException {
        actor.require(Permission.IMPORT_REGISTRY);
        if (file.isEmpty()) {
            return list(actor, t, form().wrong(List.of(FieldError.of(FILE, "company.imports.file.missing"))))
                    .refused();
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "registry.csv");
        var delivery = new ImportRegistry(key, actor, name, file.getBytes());
        try {
            if (LongImports.isLong(delivery.bytes())) {
                var begun = longImports.start(delivery);
                return SeeOther.to("/operations/" + begun.id() + (begun.isNew() ? "" : "?already"));
            }
            return answer(actor, t, query, companies.importRegistry(delivery));
        } catch (RefusedException refused) {
            return list(actor, t, form().refused(refused.refusal())).refused();
        }
    }

    /// An empty file with the headings that an import understands.
    @GetMapping(PATH + "/template")
    ResponseEntity<byte[]> template(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.IMPORT_REGISTRY);
        var sheet = new RegistryTemplate(catalogue, t).sheet(clock.today().getYear() - 1);
        return sheets.answer(sheet, SheetRows.of(List.of()), new SheetAsk(format, query, t));
    }

    @GetMapping(PATH + "/{id}")
    PageView report(Actor actor, Text t, ListQuery query, @PathVariable ImportId id) {
        return report(find(actor, id), t, query);
    }

    private ModelAndView answer(Actor actor, Text t, ListQuery query, ImportOutcome outcome) {
        var delivery = find(actor, outcome.id());
        return switch (outcome) {
            case ImportOutcome.Imported(var id, var report) ->
                SeeOther.to(PATH + "/" + id.value())
                        .saying(Flash.done(
                                "company.imports.flash",
                                delivery.fileName(),
                                report.created(),
                                report.updated(),
                                report.factsRecorded()));
            case ImportOutcome.Rejected _ -> report(delivery, t, query).refused();
        };
    }

    private RegistryImportView find(Actor actor, ImportId id) {
        return companies
                .findImport(actor.scope(Permission.IMPORT_REGISTRY), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PageView report(RegistryImportView delivery, Text t, ListQuery query) {
        return PageView.of(
                        "company/import",
                        "company.import.title",
                        new ImportReportView(delivery, catalogue, t).page(query),
                        delivery.fileName())
                .under(Crumb.of("company.imports.title", PATH));
    }

    private PageView list(Actor actor, Text t, Form form) {
        var rows = companies.listImports(actor.scope(Permission.IMPORT_REGISTRY)).stream()
                .map(delivery -> row(delivery, t))
                .toList();
        var table = Table.of(
                "company.imports.history",
                Empty.nothingYet("company.imports.history.empty"),
                rows.size(),
                Column.text("company.imports.column.file"),
                Column.text("company.imports.column.result"),
                Column.number("company.imports.column.rows"),
                Column.text("company.imports.column.by"),
                Column.text("company.imports.column.at"));
        return PageView.of("company/imports", "company.imports.title", new ImportListPage(form, table, rows));
    }

    private static ImportListPage.Row row(RegistryImportSummary delivery, Text t) {
        return new ImportListPage.Row(
                PATH + "/" + delivery.id().value(),
                delivery.fileName(),
                delivery.imported()
                        ? Tag.of(Tone.GOOD, "company.imports.result.imported")
                        : Tag.of(Tone.BAD, "company.imports.result.rejected"),
                delivery.rows(),
                delivery.importedBy(),
                t.dateTime(delivery.importedAt()));
    }

    private Form form() {
        var file = Field.upload(FILE, "company.imports.file", LIMIT).hint("company.imports.file.hint");
        return Form.to(PATH, "company.imports.submit", file).keyed(keys.fresh());
    }
}
