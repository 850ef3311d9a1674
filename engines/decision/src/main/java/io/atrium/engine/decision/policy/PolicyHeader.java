// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who says what to whom, since when, and how certain that is.
///
/// @param contact whom to ask, where known
/// @param assumptions what the package takes for granted although the text does not say it
/// @param excludes policies that a firm cannot have together with this one
/// @param together what binds it together with others: caps, pools, the higher of several
/// @param supersededBy the version that takes its place when its period is over
/// @param keptFor for whom this version goes on holding when its period is over
/// @param titleFact for a title: the fact that says whether a firm holds it, as other policies ask for it
/// @param grant the pool and the terms of its vouchers: of every policy that is granted without application, and of
/// those
/// whose approved applications are paid by a voucher
/// @param before what the benefit cost a firm before, where that is known
public record PolicyHeader(
        String id,
        String version,
        PolicyStatus status,
        LocalText title,
        LocalText benefit,
        BenefitKind benefitKind,
        LocalText issuer,
        SourceDocument document,
        Period period,
        GrantMode mode,
        PaymentMode payment,
        @Nullable LocalText contact,
        List<LocalText> assumptions,
        List<Exclusion> excludes,
        Together together,
        @Nullable String supersededBy,
        @Nullable KeptFor keptFor,
        @Nullable String titleFact,
        @Nullable GrantTerms grant,
        @Nullable ProcessBefore before) {

    /// Whether lists of firms are drawn up, so that nobody has to apply.
    public boolean isGrantedByList() {
        return grant != null && mode == GrantMode.AUTOMATIC;
    }

    /// The status on a day: a text in force whose period is over has expired, or was superseded by a later version.
    public PolicyStatus statusOn(LocalDate day) {
        if (status != PolicyStatus.IN_FORCE || !period.hasEnded(day)) {
            return status;
        }
        return supersededBy == null ? PolicyStatus.EXPIRED : PolicyStatus.SUPERSEDED;
    }

    /// Whether it can grant on a day.
    public boolean isInForce(LocalDate day) {
        return status.canGrant() && period.hasBegun(day) && !period.hasEnded(day);
    }

    /// Whether it can grant on a day to a firm with these facts: also when it is kept for such a firm.
    public boolean isInForce(LocalDate day, FactSet facts) {
        return isInForce(day) || (status.canGrant() && period.hasEnded(day) && isKept(day, facts));
    }

    /// The facts that a model asks for, and the one that says for whom this version is kept.
    public Map<String, FactType> withKeptFor(Map<String, FactType> asked) {
        if (keptFor == null || asked.containsKey(keptFor.fact())) {
            return asked;
        }
        var all = new TreeMap<>(asked);
        all.put(keptFor.fact(), FactType.BOOLEAN);
        return Collections.unmodifiableMap(all);
    }

    private boolean isKept(LocalDate day, FactSet facts) {
        return keptFor != null
                && !day.isAfter(keptFor.until())
                && facts.find(keptFor.fact())
                        .filter(fact -> fact.value().equals(new FactValue.Truth(true)))
                        .isPresent();
    }
}
