// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile;
import io.atrium.company.CorrectionState;
import io.atrium.company.CorrectionView;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.company.domain.FactReader;
import io.atrium.company.domain.FactReading;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts correction requests into words.
final class CorrectionViews {

    private final FactCatalogue catalogue;
    private final WorkingCalendar calendar;
    private final BusinessClock clock;
    private final Text t;
    private final FactText words;

    CorrectionViews(FactCatalogue catalogue, WorkingCalendar calendar, BusinessClock clock, Text t) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
        this.t = t;
        words = new FactText(t);
    }

    static Tag state(CorrectionView correction) {
        return Tag.of(tone(correction.state()), "company.correction.state." + correction.state());
    }

    private static Tone tone(CorrectionState state) {
        return switch (state) {
            case OPEN -> Tone.WAIT;
            case ACCEPTED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case WITHDRAWN -> Tone.PLAIN;
        };
    }

    String fact(CorrectionView correction) {
        var label =
                definition(correction).map(fact -> words.label(fact.label())).orElse(correction.factKey());
        var year = correction.year();
        return year == null ? label : t.of("company.file.year", label, Integer.toString(year));
    }

    /// As a value of that fact is shown everywhere; as typed where it no longer reads.
    String value(CorrectionView correction) {
        return definition(correction)
                .flatMap(fact -> FactReader.read(fact, correction.value()) instanceof FactReading.Read(var value)
                        ? Optional.of(words.value(fact, value))
                        : Optional.empty())
                .orElse(correction.value());
    }

    String firm(CorrectionView correction) {
        var english = correction.firm().nameEn();
        return t.lang() == Lang.EN && english != null
                ? english
                : correction.firm().nameZh();
    }

    @Nullable
    Due due(CorrectionView correction) {
        return correction.isOpen() ? Due.of(correction.dueAt(), clock.instant(), calendar) : null;
    }

    @Nullable
    Next next(CorrectionView correction) {
        return correction.isOpen()
                ? new Next(t.of("company.correction.next"), t.of("company.correction.next.who"), due(correction))
                : null;
    }

    List<Fact> old(Optional<CompanyFile.Line> old) {
        return old.map(line -> List.of(
                        Fact.of(t.of("company.file.column.value"), words.value(line)),
                        Fact.of(t.of("company.file.column.source"), words.source(line))))
                .orElse(List.of(Fact.of(t.of("company.file.column.value"), words.unknown())));
    }

    List<Fact> asked(CorrectionView correction) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("company.file.column.value"), value(correction)));
        if (correction.year() == null) {
            facts.add(Fact.of(t.of("company.field.since"), t.date(correction.since())));
        }
        facts.add(Fact.of(t.of("company.correction.reason"), correction.reason()));
        facts.add(Fact.of(t.of("company.correction.by"), correction.requestedBy()));
        return facts;
    }

    List<TimelineEntry> timeline(CorrectionView correction) {
        var entries = new ArrayList<TimelineEntry>();
        var decision = correction.decision();
        if (decision != null) {
            entries.add(TimelineEntry.of(
                            decision.at(), t.of("company.correction.happened." + correction.state(), fact(correction)))
                    .by(decision.by())
                    .toned(tone(correction.state())));
        }
        entries.add(
                TimelineEntry.of(correction.requestedAt(), t.of("company.correction.happened.OPEN", fact(correction)))
                        .by(correction.requestedBy())
                        .toned(Tone.INFO));
        return entries;
    }

    private Optional<FactDefinition> definition(CorrectionView correction) {
        return catalogue.find(correction.factKey());
    }
}
