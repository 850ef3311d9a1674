// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.policy.domain.ApplicationTerms;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of this module.
///
/// @param policies a folder of policy packages (ATRIUM_POLICIES); without it those that ship with Atrium are used
/// @param secondOfficer when one officer is not enough
/// @param applicationDays how long each state of an application may last
@ConfigurationProperties("atrium")
public record PolicySettings(
        @Nullable Path policies,
        @DefaultValue SecondOfficer secondOfficer,
        @DefaultValue ApplicationDays applicationDays) {

    public ApplicationTerms applicationTerms() {
        var days = applicationDays;
        return new ApplicationTerms(
                days.accept, days.instant, days.fast, days.ordinary, days.complete, days.second, days.fulfil);
    }

    /// Working days of each state of an application (`atrium.application-days.*`); which of them are assumed stands in
    /// [ApplicationTerms].
    public record ApplicationDays(
            @DefaultValue("5") int accept,
            @DefaultValue("2") int instant,
            @DefaultValue("60") int fast,
            @DefaultValue("60") int ordinary,
            @DefaultValue("10") int complete,
            @DefaultValue("5") int second,
            @DefaultValue("20") int fulfil) {}

    /// Above these amounts (yuan) a second officer confirms (双人复核). No text seen names them: they are assumed, and
    /// each place sets its own.
    ///
    /// @param list the sum of a list
    /// @param grant what a single firm is to get
    public record SecondOfficer(
            @DefaultValue("50000000") BigDecimal list,
            @DefaultValue("1000000") BigDecimal grant) {

        boolean isNeededFor(GrantCut cut) {
            return cut.sum().compareTo(listLimit()) > 0 || cut.largest().compareTo(grantLimit()) > 0;
        }

        public Fen listLimit() {
            return Fen.ofYuan(list);
        }

        public Fen grantLimit() {
            return Fen.ofYuan(grant);
        }
    }
}
