// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.decide.Decision;
import java.util.Collection;

/// What stands in the way of an application before it is submitted (预审), from the decision as the facts stand now.
public enum PreCheck {
    /// The rules say yes; the department still reads the papers.
    READY,
    /// As far as data can tell; a person judges the rest.
    A_PERSON_DECIDES,
    /// It rests on facts that only an office can bring: it may be submitted, and the office is asked.
    AN_OFFICE_MUST_ADD,
    /// It rests on facts that the firm can state.
    FACTS_MISSING,
    /// Some condition surely does not hold.
    NOT_MET,
    NOT_IN_FORCE;

    /// @param askable facts that the firm can state and has not stated
    public static PreCheck of(Decision decision, Collection<String> askable) {
        return switch (decision.outcome()) {
            case NOT_IN_FORCE -> NOT_IN_FORCE;
            case NOT_YET -> NOT_MET;
            case UNKNOWN -> askable.isEmpty() ? AN_OFFICE_MUST_ADD : FACTS_MISSING;
            case CEILING, REVIEW -> A_PERSON_DECIDES;
            case ENTITLED -> READY;
        };
    }

    public boolean maySubmit() {
        return this == READY || this == A_PERSON_DECIDES || this == AN_OFFICE_MUST_ADD;
    }
}
