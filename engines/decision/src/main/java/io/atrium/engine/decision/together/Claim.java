// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import io.atrium.engine.decision.policy.Exclusion;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.Together;
import java.util.List;

/// What a firm could have from one policy this year, looked at by itself (单项可享).
///
/// @param fen what the policy comes to for the year, before anything is taken off
/// @param hadFen what the firm has had of it this year
public record Claim(String policy, long fen, long hadFen, Together rules, List<Exclusion> excludes) {

    public Claim {
        if (fen < 0 || hadFen < 0) {
            throw new IllegalArgumentException("a claim below zero: " + policy);
        }
        excludes = List.copyOf(excludes);
    }

    public static Claim of(PolicyHeader header, long fen, long hadFen) {
        return new Claim(header.id(), fen, hadFen, header.together(), header.excludes());
    }

    /// What is still to come of it, if nothing else bound it.
    long openFen() {
        return Math.max(0, fen - hadFen);
    }
}
