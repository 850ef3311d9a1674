// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How a new claim changes what is known of one fact (双时态修订): rows that are no longer believed are closed, never
/// overwritten, and what of them still holds outside the new period is written again.
///
/// before: |---- 30 heads ------------->        claim: 42 heads since June
/// after:  |-- 30 heads --|-- 42 heads ->       (the first row is closed and opened anew with an end)
public record Revision(List<KnownFact> closed, List<Claim> opened) {
    private static final Revision NONE = new Revision(List.of(), List.of());

    /// @param current what is known now of the claim's firm and key; its periods do not overlap
    public static Revision of(List<KnownFact> current, Claim claim) {
        var news = claim.during(untilTheNextKnown(current, claim.validity()));
        var overlapped = current.stream()
                .filter(known -> known.claim().validity().overlaps(news.validity()))
                .toList();
        if (overlapped.size() == 1 && overlapped.getFirst().claim().saysTheSameAs(news)) {
            return NONE;
        }
        var opened = new ArrayList<Claim>();
        overlapped.forEach(known -> opened.addAll(outside(known.claim(), news.validity())));
        opened.add(news);
        return new Revision(overlapped, opened);
    }

    public boolean isEmpty() {
        return opened.isEmpty();
    }

    /// A claim without end that arrives late holds only until the next day for which something newer is known.
    private static Validity untilTheNextKnown(List<KnownFact> current, Validity validity) {
        if (validity.to() != null) {
            return validity;
        }
        return current.stream()
                .map(known -> known.claim().validity().from())
                .filter(start -> start.isAfter(validity.from()))
                .min(LocalDate::compareTo)
                .map(next -> new Validity(validity.from(), next))
                .orElse(validity);
    }

    private static List<Claim> outside(Claim known, Validity news) {
        var rest = new ArrayList<Claim>();
        if (known.validity().from().isBefore(news.from())) {
            rest.add(known.during(new Validity(known.validity().from(), news.from())));
        }
        var end = news.to();
        if (end != null
                && (known.validity().to() == null
                        || end.isBefore(known.validity().to()))) {
            rest.add(known.during(new Validity(end, known.validity().to())));
        }
        return rest;
    }
}
