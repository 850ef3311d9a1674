// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyFile.Line;
import io.atrium.company.CompanyView;
import io.atrium.company.FactCatalogue;
import io.atrium.company.web.CompanyFilePage.FactRow;
import io.atrium.company.web.CompanyFilePage.Group;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a company file into words.
final class CompanyFileView {
    private final FactCatalogue catalogue;
    private final CompanyFile file;
    private final Text t;
    private final FactText words;
    private final Audience audience;

    CompanyFileView(FactCatalogue catalogue, CompanyFile file, Text t, Audience audience) {
        this.catalogue = catalogue;
        this.file = file;
        this.t = t;
        this.audience = audience;
        words = new FactText(t);
    }

    CompanyFilePage page(Actor reader, RequestKey key) {
        var tabs = FileTabs.of(reader, file.company().id());
        boolean mayCorrect = tabs.isOwn() && reader.may(Permission.MAINTAIN_COMPANY);
        long stale = file.facts().stream().filter(this::needsARefresh).count();
        return new CompanyFilePage(
                new IdentityBars(catalogue, t).underName(file),
                tabs.tabs(t, "facts"),
                t.of(
                        "company.file.gist",
                        file.facts().size(),
                        stale,
                        file.missing().size()),
                t.of("company.file.as-of", file.validOn(), file.knownAt()),
                file.validOn().toString(),
                groups(mayCorrect),
                new CompanyFilePage.Links(
                        entitlements(reader, tabs), tabs.isOwn() ? null : members(reader), tabs.href("missing")),
                Form.to("/companies/" + file.company().id() + "/summary", "company.summary.issue")
                        .keyed(key));
    }

    private static @Nullable String entitlements(Actor reader, FileTabs tabs) {
        if (!reader.may(Permission.READ_ENTITLEMENT)) {
            return null;
        }
        return tabs.isOwn() ? "/entitlements" : tabs.href("entitlements");
    }

    private @Nullable String members(Actor reader) {
        var firm = file.company().id();
        return reader.scope(Permission.MANAGE_PEOPLE).sees(firm) ? "/organisations/" + firm + "/members" : null;
    }

    /// Facts by group, for reading only.
    List<Group> groups() {
        return groups(false);
    }

    private List<Group> groups(boolean mayCorrect) {
        return catalogue.groups().stream()
                .map(group -> group(group, mayCorrect))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    static Tag residence(@Nullable Boolean inCommunity) {
        return inCommunity == null
                ? Tag.of(Tone.PLAIN, "company.badge.resident-unknown")
                : inCommunity
                        ? Tag.of(Tone.GOOD, "company.badge.resident")
                        : Tag.of(Tone.PLAIN, "company.badge.not-resident");
    }

    static String industry(FactCatalogue catalogue, CompanyView company, FactText words) {
        var industry = company.industry();
        return industry == null ? words.unknown() : word(catalogue, "industry", industry, words);
    }

    static String district(FactCatalogue catalogue, CompanyView company, FactText words) {
        var district = company.district();
        return district == null ? words.unknown() : word(catalogue, "registered_district", district, words);
    }

    /// The word of a code in the reader's language.
    static String word(FactCatalogue catalogue, String fact, String code, FactText words) {
        return catalogue.find(fact).map(known -> words.value(known, code)).orElse(code);
    }

    private Group group(FactCatalogue.Group group, boolean mayCorrect) {
        var lines = file.facts().stream()
                .filter(line -> line.definition().group().equals(group.key()))
                .toList();
        long stale = lines.stream().filter(this::needsARefresh).count();
        // the caption is a word of the catalogue, which stands for itself where no message has that key
        var title = words.label(group);
        var table = Table.of(
                title,
                Empty.nothingYet("company.file.missing.none"),
                lines.size(),
                Column.text("company.file.column.fact"),
                Column.text("company.file.column.value"),
                Column.text("company.file.column.source"),
                Column.text("company.file.column.visibility"),
                Column.text("company.file.column.state"));
        return new Group(
                "group-" + group.key(),
                title,
                stale == 0
                        ? t.of("company.file.group.note", lines.size())
                        : t.of("company.file.group.note.stale", lines.size(), stale),
                table,
                lines.stream().map(line -> row(line, mayCorrect)).toList());
    }

    private FactRow row(Line line, boolean mayCorrect) {
        var evidence = line.value().evidence();
        boolean stale = needsARefresh(line);
        return new FactRow(
                words.title(line),
                words.value(line),
                words.source(line),
                evidence == null ? null : "/files/" + evidence,
                audience.of(line.definition()),
                state(line),
                stale ? words.staleRule(line) : null,
                mayCorrect && !line.definition().isDerived() ? correction(line) : null);
    }

    private Tag state(Line line) {
        if (!isNewest(line)) {
            return Tag.of(Tone.PLAIN, "company.file.earlier");
        }
        return line.value().stale() ? Tag.of(Tone.WAIT, "company.file.stale") : Tag.of(Tone.GOOD, "company.file.fresh");
    }

    private boolean needsARefresh(Line line) {
        return line.value().stale() && isNewest(line);
    }

    /// An earlier year does not age: a newer one stands above it.
    private boolean isNewest(Line line) {
        return file.facts().stream()
                .filter(other -> other.definition().equals(line.definition()))
                .findFirst()
                .filter(line::equals)
                .isPresent();
    }

    private static String correction(Line line) {
        var href = "/corrections/new?fact=" + line.definition().key();
        return line.year() == null ? href : href + "&year=" + line.year();
    }
}
