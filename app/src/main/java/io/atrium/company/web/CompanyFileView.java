// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyFile.Line;
import io.atrium.company.CompanyView;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactSource;
import io.atrium.company.web.CompanyFilePage.FactRow;
import io.atrium.company.web.CompanyFilePage.Group;
import io.atrium.company.web.CompanyFilePage.MissingRow;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a company file into words.
final class CompanyFileView {
    private final FactCatalogue catalogue;
    private final CompanyFile file;
    private final Text t;
    private final FactText words;

    CompanyFileView(FactCatalogue catalogue, CompanyFile file, Text t) {
        this.catalogue = catalogue;
        this.file = file;
        this.t = t;
        words = new FactText(t);
    }

    CompanyFilePage page(String entitlementsHref) {
        return new CompanyFilePage(
                List.of(residence(file.company().inCommunity()), verification()),
                identity(file.company()),
                t.of("company.file.as-of", file.validOn(), file.knownAt()),
                file.validOn().toString(),
                catalogue.groups().stream()
                        .map(this::group)
                        .filter(group -> !group.rows().isEmpty())
                        .toList(),
                missingTable(),
                file.missing().stream().map(this::missing).toList(),
                entitlementsHref);
    }

    static Tag residence(@Nullable Boolean inCommunity) {
        return inCommunity == null
                ? Tag.of(Tone.PLAIN, "company.badge.resident-unknown")
                : inCommunity
                        ? Tag.of(Tone.GOOD, "company.badge.resident")
                        : Tag.of(Tone.PLAIN, "company.badge.not-resident");
    }

    private Tag verification() {
        boolean byRegistry = file.facts().stream()
                .anyMatch(line -> line.definition().key().equals("unified_code")
                        && line.value().source().equals(FactSource.REGISTRY.name()));
        return byRegistry ? Tag.of(Tone.GOOD, "company.badge.verified") : Tag.of(Tone.WAIT, "company.badge.unverified");
    }

    private List<Fact> identity(CompanyView company) {
        return List.of(
                Fact.of(t.of("company.file.code"), company.unifiedCode()),
                Fact.of(t.of("company.file.name-en"), orUnknown(company.nameEn())),
                Fact.of(t.of("company.file.place"), place(company)),
                Fact.of(t.of("company.file.industry"), industry(catalogue, company, words)),
                Fact.of(t.of("company.file.age"), age(company)),
                Fact.of(t.of("company.file.since"), t.dateTime(company.since())));
    }

    private String place(CompanyView company) {
        return company.city() == null
                ? t.of("company.file.unknown")
                : company.district() == null ? company.city() : company.city() + " " + company.district();
    }

    private String age(CompanyView company) {
        var founded = company.registeredOn();
        return founded == null
                ? t.of("company.file.unknown")
                : t.of("company.file.age.years", founded, ChronoUnit.YEARS.between(founded, file.validOn()));
    }

    static String industry(FactCatalogue catalogue, CompanyView company, FactText words) {
        var industry = company.industry();
        return industry == null
                ? words.unknown()
                : catalogue
                        .find("industry")
                        .map(fact -> words.value(fact, industry))
                        .orElse(industry);
    }

    private String orUnknown(@Nullable String value) {
        return value == null ? t.of("company.file.unknown") : value;
    }

    private Group group(FactCatalogue.Group group) {
        var rows = file.facts().stream()
                .filter(line -> line.definition().group().equals(group.key()))
                .map(this::row)
                .toList();
        // the caption is a word of the catalogue, which stands for itself where no message has that key
        var caption = t.lang() == Lang.ZH ? group.zh() : group.en();
        var table = Table.of(
                caption,
                Empty.nothingYet("company.file.missing.none"),
                rows.size(),
                Column.text("company.file.column.fact"),
                Column.text("company.file.column.value"),
                Column.text("company.file.column.source"),
                Column.text("company.file.column.visibility"),
                Column.text("company.file.column.state"));
        return new Group(table, rows);
    }

    private FactRow row(Line line) {
        var evidence = line.value().evidence();
        return new FactRow(
                words.title(line),
                words.value(line),
                words.source(line),
                evidence == null ? null : "/files/" + evidence,
                visibility(line.definition()),
                line.value().stale()
                        ? Tag.of(Tone.WAIT, "company.file.stale")
                        : Tag.of(Tone.GOOD, "company.file.fresh"));
    }

    private Table missingTable() {
        return Table.of(
                "company.file.missing.caption",
                Empty.nothingYet("company.file.missing.none"),
                file.missing().size(),
                Column.text("company.file.column.fact"),
                Column.text("company.file.column.unlocks"),
                Column.text("company.file.column.visibility"));
    }

    private MissingRow missing(FactDefinition fact) {
        var unlocks = fact.unlocks();
        return new MissingRow(
                words.label(fact.label()), unlocks == null ? "–" : words.label(unlocks), visibility(fact));
    }

    private String visibility(FactDefinition fact) {
        return t.of("company.visibility", fact.visibility());
    }
}
