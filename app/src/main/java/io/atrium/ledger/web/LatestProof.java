// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.ledger.Ledger;
import io.atrium.ledger.TrialBalance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The latest recount of the whole ledger. A recount reads every transfer, so that a look at the list of accounts must
/// not start one: it is made when there is none of this hour, or when somebody asks for it.
@Component
class LatestProof {

    private static final Duration FRESH = Duration.ofHours(1);

    private final Ledger ledger;
    private final InstantSource clock;
    private volatile @Nullable Dated latest;

    LatestProof(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    record Dated(TrialBalance trial, Instant at) {}

    Dated get() {
        var known = latest;
        return known == null || known.at().plus(FRESH).isBefore(clock.instant()) ? recount() : known;
    }

    /// One at a time: who comes second waits, and gets a recount of their own.
    synchronized Dated recount() {
        var made = new Dated(ledger.trialBalance(), clock.instant());
        latest = made;
        return made;
    }
}
