// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.FactCatalogue;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.PlainSheet;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The summary of a company file on paper (企业档案摘要): a sheet with a number, a date and a code that anybody can check.
@Controller
class SummaryPages {

    private static final String KIND = "company-summary";

    private final Companies companies;
    private final OfficialSheets sheets;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    SummaryPages(
            Companies companies,
            OfficialSheets sheets,
            FactCatalogue catalogue,
            BusinessClock clock,
            InstantSource systemClock) {
        this.companies = companies;
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @PostMapping("/companies/{firm}/summary")
    SeeOther issue(Actor actor, Text t, RequestKey key, @PathVariable OrgId firm) {
        var file = companies
                .file(actor, firm, clock.today(), systemClock.instant())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var company = file.company();
        var draft = new SheetDraft(
                KIND,
                Permission.READ_COMPANY,
                new SheetDraft.Holder(company.id(), CompanyPages.name(company, t)),
                company.id().value(),
                t.of("company.summary.title", CompanyPages.name(company, t)),
                PlainSheet.TEMPLATE,
                new PlainSheet(sections(file, t)));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href());
    }

    private List<PlainSheet.Section> sections(CompanyFile file, Text t) {
        var sections = new ArrayList<PlainSheet.Section>();
        var bar = new IdentityBars(catalogue, t).of(file);
        var identity = new ArrayList<>(bar.facts());
        identity.add(Fact.of(t.of("company.summary.verified"), bar.badge().text()));
        sections.add(new PlainSheet.Section(t.of("company.summary.identity"), identity));
        var words = new FactText(t);
        for (var group : catalogue.groups()) {
            var facts = file.facts().stream()
                    .filter(line -> line.definition().group().equals(group.key()))
                    .map(line -> Fact.of(words.title(line), words.value(line)).from(words.source(line)))
                    .toList();
            if (!facts.isEmpty()) {
                sections.add(new PlainSheet.Section(words.label(group), facts));
            }
        }
        return sections;
    }
}
