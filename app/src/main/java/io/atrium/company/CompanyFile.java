// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.web.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The company file (一企一档) as one reader may see it, for a day and as known at a moment.
///
/// @param facts in the order of the catalogue; of yearly facts every ended year, newest first
/// @param missing what is unknown, among the facts that the reader may see
/// @param verification absent while nobody but the firm itself vouches for who it is
public record CompanyFile(
        CompanyView company,
        LocalDate validOn,
        Instant knownAt,
        @Nullable Verification verification,
        List<Line> facts,
        List<FactDefinition> missing) {

    /// @param year only for yearly facts
    public record Line(FactDefinition definition, @Nullable Integer year, FactValue value) {
        Line showingEvidenceIf(Predicate<String> openable) {
            var evidence = value.evidence();
            return evidence == null || openable.test(evidence)
                    ? this
                    : new Line(definition, year, value.withoutEvidence());
        }
    }

    /// The mark of what is known of one fact.
    ///
    /// @param year null for every year
    public Seen seen(String fact, @Nullable Integer year) {
        return Seen.of(facts.stream()
                .filter(line -> line.definition().key().equals(fact) && (year == null || year.equals(line.year())))
                .map(line -> List.of(
                        String.valueOf(line.year()),
                        line.value().value(),
                        line.value().source(),
                        line.value().validFrom()))
                .toList());
    }

    public CompanyFile {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
    }
}
