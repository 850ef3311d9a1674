// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.ConsentView;
import io.atrium.company.Consents;
import io.atrium.company.CorrectionView;
import io.atrium.company.Corrections;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactRecording;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import io.atrium.web.timeline.TimelineItem;
import io.atrium.web.timeline.TimelineKind;
import io.atrium.web.timeline.TimelineSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What happened to a company file: facts that came in, corrections, consents.
@Component
class CompanyTimeline implements TimelineSource {

    private final Companies companies;
    private final Corrections corrections;
    private final Consents consents;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    CompanyTimeline(
            Companies companies,
            Corrections corrections,
            Consents consents,
            FactCatalogue catalogue,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.companies = companies;
        this.corrections = corrections;
        this.consents = consents;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public Set<TimelineKind> kinds() {
        return EnumSet.of(TimelineKind.FACT, TimelineKind.CORRECTION, TimelineKind.CONSENT);
    }

    @Override
    public List<TimelineItem> entries(Actor actor, OrgId firm, Text t, int limit) {
        var facts = companies.recordings(actor, firm, limit).stream().map(recording -> recorded(recording, t));
        var views = new CorrectionViews(catalogue, calendar, clock, t);
        var asked = corrections.ofFirm(actor, firm, limit).stream().flatMap(correction -> corrected(correction, views));
        var given = consents.ledger(actor, firm).stream().flatMap(consent -> consented(consent, t));
        return Stream.of(facts, asked, given)
                .flatMap(part -> part)
                .sorted(TimelineItem.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static TimelineItem recorded(FactRecording recording, Text t) {
        var source = t.of("company.source", recording.source());
        var entry = TimelineEntry.of(recording.at(), t.of("company.timeline.facts", recording.facts(), source));
        return new TimelineItem(TimelineKind.FACT, entry);
    }

    private static Stream<TimelineItem> corrected(CorrectionView correction, CorrectionViews views) {
        return views.timeline(correction).stream()
                .map(entry -> entry.linked(CorrectionPages.PATH + "/" + correction.id()))
                .map(entry -> new TimelineItem(TimelineKind.CORRECTION, entry));
    }

    private Stream<TimelineItem> consented(ConsentView consent, Text t) {
        var views = new ConsentViews(catalogue, clock.today(), t);
        var groups = views.groups(consent);
        var body = views.name(consent.body());
        var entries = new ArrayList<TimelineEntry>();
        entries.add(TimelineEntry.of(consent.grantedAt(), t.of("company.timeline.consent", body, groups))
                .by(consent.grantedBy())
                .toned(Tone.INFO));
        var end = consent.end();
        if (end != null) {
            entries.add(TimelineEntry.of(end.at(), t.of("company.timeline.revoked", body, groups))
                    .by(end.by()));
        }
        return entries.stream().map(entry -> new TimelineItem(TimelineKind.CONSENT, entry));
    }
}
