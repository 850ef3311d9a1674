// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RefusalCode;

/// Why facts are not written down, in order of precedence.
public enum CompanyRefusal implements RefusalCode {
    COMPANY_UNKNOWN(Kind.NOT_FOUND),
    TOO_MANY_FACTS(Kind.TOO_LARGE),
    SOURCE_DATE_IN_FUTURE(Kind.RULE),
    FACT_DOUBLED(Kind.RULE),
    FACT_UNKNOWN(Kind.RULE),
    FACT_DERIVED(Kind.RULE),
    FACT_YEAR_WRONG(Kind.RULE),
    FACT_UNREADABLE(Kind.RULE),
    EVIDENCE_UNKNOWN(Kind.RULE);

    private final Kind kind;

    CompanyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
