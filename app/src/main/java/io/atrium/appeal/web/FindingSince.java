// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.FigureCases;
import io.atrium.appeal.pattern.FindingView;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What came after the day of a finding (发现之后): of its category, in its place, or of its firm if one firm asks again.
/// It
/// need not have the same cause.
///
/// @param building null for everywhere
/// @param firm null unless one firm asks again
record FindingSince(
        String category,
        @Nullable String building,
        @Nullable OrgId firm,
        LocalDate from) {

    static FindingSince of(FindingView finding) {
        var again = finding.reasons().again();
        return new FindingSince(
                finding.category(),
                finding.place().isEmpty() ? null : finding.place(),
                again == null ? null : new OrgId(again.firm()),
                finding.day().plusDays(1));
    }

    AppealFilter filter() {
        var start = from.atStartOfDay(BusinessClock.ZONE).toInstant();
        return new AppealFilter(
                View.ALL, null, category, null, firm, building, null, "", start, null, FigureCases.TAKEN_IN);
    }

    /// The list of just these.
    String href() {
        return UriComponentsBuilder.fromPath(AppealListPages.PATH)
                .queryParam("view", View.ALL)
                .queryParam("figure", FigureCases.TAKEN_IN)
                .queryParam("category", category)
                .queryParamIfPresent("building", Optional.ofNullable(building))
                .queryParamIfPresent("firm", Optional.ofNullable(firm))
                .queryParam("from", from)
                .encode()
                .toUriString();
    }
}
