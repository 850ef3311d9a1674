// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.ConsentView;
import io.atrium.company.FactCatalogue;
import io.atrium.company.web.ConsentPage.RoleRow;
import io.atrium.company.web.ConsentPage.Row;
import io.atrium.identity.OrganisationView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts the consent ledger into words.
final class ConsentViews {

    static final String TITLE = "company.consents.title";

    private final FactCatalogue catalogue;
    private final LocalDate today;
    private final Text t;

    ConsentViews(FactCatalogue catalogue, LocalDate today, Text t) {
        this.catalogue = catalogue;
        this.today = today;
        this.t = t;
    }

    static Table table(int rows) {
        return Table.of(
                "company.consents.caption",
                Empty.nothingYet("company.consents.empty"),
                rows,
                Column.text("company.consents.body"),
                Column.text("company.consents.groups"),
                Column.text("company.consents.purpose"),
                Column.text("company.consents.since"),
                Column.text("company.consents.until"),
                Column.text("company.consents.state"));
    }

    /// As the body sees them.
    static Table changes(int rows) {
        return Table.of(
                "company.consents.caption",
                Empty.nothingYet("company.consented.changes.none"),
                rows,
                Column.text("company.consented.firm"),
                Column.text("company.consents.groups"),
                Column.text("company.consents.purpose"),
                Column.text("company.consents.since"),
                Column.text("company.consents.until"),
                Column.text("company.consents.state"));
    }

    static Table byRole(int rows) {
        return Table.of(
                "company.consents.by-role",
                Empty.nothingYet("company.consents.empty"),
                rows,
                Column.text("company.consents.body"),
                Column.text("company.consents.groups"),
                Column.text("company.consents.basis"));
    }

    Sheet<ConsentView> sheet() {
        return Sheet.<ConsentView>named(TITLE)
                .text("company.consents.body", consent -> name(consent.body()))
                .text("company.consents.groups", this::groups)
                .text("company.consents.purpose", ConsentView::purpose)
                .moment("company.consents.since", ConsentView::grantedAt)
                .date("company.consents.until", ConsentView::until)
                .text("company.consents.state", consent -> t.of(state(consent).key()))
                .moment(
                        "company.consents.ended",
                        consent -> consent.end() == null ? null : consent.end().at());
    }

    Row row(ConsentView consent, boolean mayRevoke) {
        var end = consent.end();
        return new Row(
                name(consent.body()),
                groups(consent),
                consent.purpose(),
                t.of("company.consents.by", t.dateTime(consent.grantedAt()), consent.grantedBy()),
                t.date(consent.until()),
                state(consent),
                end == null ? null : t.of("company.consents.by", t.dateTime(end.at()), end.by()),
                mayRevoke && consent.holdsOn(today) ? ConsentPages.PATH + "/" + consent.id() + "/revocation" : null);
    }

    RoleRow row(OrganisationView body) {
        return new RoleRow(name(body), t.of("company.consents.all"), t.of("company.consents.basis." + body.kind()));
    }

    String groups(ConsentView consent) {
        var names = catalogue.groups().stream()
                .filter(group -> consent.groups().contains(group.key()))
                .map(new FactText(t)::label)
                .toList();
        return String.join(t.of("company.comma"), names);
    }

    /// Names of the bodies that read a group of facts by consent.
    Map<String, List<String>> names(Map<String, List<OrganisationView>> readers) {
        return readers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(this::name).toList()));
    }

    List<Option> groupOptions() {
        return catalogue.groups().stream()
                .map(group -> Option.literal(group.key(), new FactText(t).label(group))
                        .hint(facts(group)))
                .toList();
    }

    private String facts(FactCatalogue.Group group) {
        return catalogue.definitions().stream()
                .filter(fact -> fact.group().equals(group.key()))
                .map(fact -> new FactText(t).label(fact.label()))
                .collect(Collectors.joining(t.of("company.comma")));
    }

    String name(OrganisationView body) {
        return t.lang() == Lang.ZH ? body.nameZh() : body.nameEn();
    }

    private Tag state(ConsentView consent) {
        if (consent.end() != null) {
            return Tag.of(Tone.PLAIN, "company.consents.state.revoked");
        }
        return consent.holdsOn(today)
                ? Tag.of(Tone.GOOD, "company.consents.state.holds")
                : Tag.of(Tone.PLAIN, "company.consents.state.expired");
    }
}
