// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.GrantMode;

/// The groups of the page "what am I entitled to" (我能享受什么), in the order in which they are shown: by how much the
/// firm still has to do.
public enum EntitlementGroup {
    AUTOMATIC,
    CONFIRM,
    APPLY,
    NOT_YET,
    UNKNOWN,
    /// For firms of another place; only pages tell it apart.
    ELSEWHERE,
    NOT_IN_FORCE;

    public static EntitlementGroup of(Outcome outcome, GrantMode mode) {
        return switch (outcome) {
            case NOT_YET -> NOT_YET;
            case UNKNOWN -> UNKNOWN;
            case NOT_IN_FORCE -> NOT_IN_FORCE;
            case ENTITLED ->
                switch (mode) {
                    case AUTOMATIC -> AUTOMATIC;
                    case CONFIRM -> CONFIRM;
                    case APPLY, FAST, INSTANT -> APPLY;
                };
            case CEILING, REVIEW -> APPLY; // a person has to look first, whatever the mode
        };
    }
}
