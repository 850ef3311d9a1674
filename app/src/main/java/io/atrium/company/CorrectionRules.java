// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.domain.FactReader;
import io.atrium.company.domain.FactReading;
import io.atrium.company.store.CorrectionStore;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// When a correction may be asked for: the first thing that is wrong, in a fixed order.
@Component
class CorrectionRules {

    private final FactDesk desk;
    private final EvidenceBox evidence;
    private final FactCatalogue catalogue;
    private final CorrectionStore store;
    private final BusinessClock businessClock;

    CorrectionRules(
            FactDesk desk,
            EvidenceBox evidence,
            FactCatalogue catalogue,
            CorrectionStore store,
            BusinessClock businessClock) {
        this.desk = desk;
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.store = store;
        this.businessClock = businessClock;
    }

    /// @param old what is known of the fact now
    Optional<CorrectionOutcome.Refused> refusal(RequestCorrection command, Optional<CompanyFile.Line> old) {
        var asked = command.statement();
        var firm = command.actor().organisation();
        return wrongEntry(firm, asked, command.actor())
                .or(() -> asked.since().isAfter(businessClock.today())
                        ? refused(
                                CompanyRefusal.SOURCE_DATE_IN_FUTURE,
                                "date",
                                asked.since().toString())
                        : Optional.empty())
                .or(() -> asked.reason().isBlank() || asked.reason().length() > RequestCorrection.REASON_LENGTH_MAX
                        ? refused(CompanyRefusal.REASON_OUT_OF_RANGE, "limit", RequestCorrection.REASON_LENGTH_MAX)
                        : Optional.empty())
                .or(() -> command.uploads().isEmpty() && command.kept().isEmpty()
                        ? refused(CompanyRefusal.EVIDENCE_MISSING, "limit", RequestCorrection.EVIDENCE_MAX)
                        : Optional.empty())
                .or(() -> evidence.refusal(command.actor(), command.uploads(), command.kept()))
                .or(() -> saysNothingNew(asked, old))
                .or(() -> store.open(firm, asked.factKey(), asked.year())
                        .flatMap(open -> refused(CompanyRefusal.CORRECTION_ALREADY_OPEN, "correction", open.value())));
    }

    /// What is wrong with the new value by itself.
    Optional<CorrectionOutcome.Refused> wrongEntry(OrgId firm, RequestCorrection.Statement asked, Actor actor) {
        var entry = new RecordFacts.Entry(firm, asked.factKey(), asked.year(), asked.value(), null);
        return desk.refusal(entry, actor)
                .map(RecordOutcome.Refused.class::cast)
                .map(refused -> new CorrectionOutcome.Refused(refused.code(), refused.facts()));
    }

    private Optional<CorrectionOutcome.Refused> saysNothingNew(
            RequestCorrection.Statement asked, Optional<CompanyFile.Line> old) {
        var fact = catalogue.find(asked.factKey()).orElseThrow();
        var read = ((FactReading.Read) FactReader.read(fact, asked.value())).value();
        return old.filter(line -> line.value().value().equals(read))
                .flatMap(_ -> refused(CompanyRefusal.CORRECTION_SAYS_NOTHING_NEW, "fact", fact.key()));
    }

    private static Optional<CorrectionOutcome.Refused> refused(CompanyRefusal code, String fact, Object value) {
        return Optional.of(new CorrectionOutcome.Refused(code, Map.of(fact, value)));
    }
}
