// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyView;
import io.atrium.company.FactCatalogue;
import io.atrium.company.Verification;
import io.atrium.web.component.Fact;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.IdentityBar.Badge;
import io.atrium.web.component.IdentityBar.Name;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the identity bar (主体栏) of a firm.
final class IdentityBars {

    private final FactCatalogue catalogue;
    private final Text t;
    private final FactText words;

    IdentityBars(FactCatalogue catalogue, Text t) {
        this.catalogue = catalogue;
        this.t = t;
        words = new FactText(t);
    }

    /// Under a heading that says the name already: the bar adds the name in the other language.
    IdentityBar underName(CompanyFile file) {
        var names = names(file.company());
        return bar(
                file,
                names.size() > 1 || names.getFirst().note() != null
                        ? names.subList(names.size() - 1, names.size())
                        : List.of());
    }

    IdentityBar of(CompanyFile file) {
        return bar(file, names(file.company()));
    }

    private IdentityBar bar(CompanyFile file, List<Name> names) {
        var company = file.company();
        var facts = List.of(
                Fact.of(t.of("company.file.code"), company.unifiedCode()),
                stage(file),
                Fact.of(t.of("company.file.place"), place(company)),
                Fact.of(t.of("company.file.industry"), CompanyFileView.industry(catalogue, company, words)));
        return new IdentityBar(names, states(file), facts, badge(file.verification()), null);
    }

    private List<Name> names(CompanyView company) {
        var zh = new Name(company.nameZh(), Lang.ZH.tag(), null);
        if (company.nameEn() == null) {
            return t.lang() == Lang.ZH
                    ? List.of(zh)
                    : List.of(new Name(company.nameZh(), Lang.ZH.tag(), t.of("company.name.untranslated")));
        }
        var en = new Name(company.nameEn(), Lang.EN.tag(), null);
        return t.lang() == Lang.ZH ? List.of(zh, en) : List.of(en, zh);
    }

    private List<Tag> states(CompanyFile file) {
        var states = new ArrayList<Tag>();
        states.add(CompanyFileView.residence(file.company().inCommunity()));
        Stream.of("abnormal_operation_list", "serious_dishonesty_list", "dishonesty_record_3y")
                .filter(key -> file.facts().stream()
                        .anyMatch(line -> line.definition().key().equals(key)
                                && line.value().value().equals(true)))
                .map(key -> Tag.of(Tone.BAD, "company.badge." + key))
                .forEach(states::add);
        return states;
    }

    private Fact stage(CompanyFile file) {
        var founded = file.company().registeredOn();
        var stage = catalogue.stageBounds().stage(founded, file.validOn());
        if (founded == null || stage == null) {
            return Fact.of(t.of("company.stage"), words.unknown());
        }
        long years = ChronoUnit.YEARS.between(founded, file.validOn());
        return Fact.of(t.of("company.stage"), t.of("company.stage", stage))
                .from(t.of("company.stage.basis", t.dateShort(founded), years));
    }

    private String place(CompanyView company) {
        if (company.city() == null) {
            return words.unknown();
        }
        var city = CompanyFileView.word(catalogue, "registered_city", company.city(), words);
        return company.district() == null ? city : city + " " + CompanyFileView.district(catalogue, company, words);
    }

    private Badge badge(@Nullable Verification verified) {
        if (verified == null) {
            return new Badge(Tag.of(Tone.WAIT, "company.badge.unverified"), t.of("company.badge.unverified.text"));
        }
        var by = t.lang() == Lang.ZH ? verified.byZh() : verified.byEn();
        var text =
                t.of("company.badge.verified.text", by, t.dateTime(verified.at()), t.dateShort(verified.sourceDate()));
        return new Badge(Tag.of(Tone.GOOD, "company.badge.verified"), text);
    }
}
