// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RefusalCode;

/// Why a company file is not changed, in order of precedence.
public enum CompanyRefusal implements RefusalCode {
    COMPANY_UNKNOWN(Kind.NOT_FOUND),
    TOO_MANY_FACTS(Kind.TOO_LARGE),
    SOURCE_DATE_IN_FUTURE(Kind.RULE),
    FACT_DOUBLED(Kind.RULE),
    FACT_UNKNOWN(Kind.RULE),
    FACT_DERIVED(Kind.RULE),
    FACT_YEAR_WRONG(Kind.RULE),
    FACT_UNREADABLE(Kind.RULE),
    EVIDENCE_UNKNOWN(Kind.RULE),
    FACT_NOT_DECLARABLE(Kind.RULE),
    FACT_KNOWN_OTHERWISE(Kind.RULE),
    CODE_NOT_REGISTERED(Kind.RULE),
    REASON_OUT_OF_RANGE(Kind.RULE),
    EVIDENCE_MISSING(Kind.RULE),
    EVIDENCE_TOO_MANY(Kind.RULE),
    EVIDENCE_TYPE(Kind.RULE),
    EVIDENCE_TOO_LARGE(Kind.TOO_LARGE),
    CORRECTION_SAYS_NOTHING_NEW(Kind.RULE),
    FACT_CHANGED_MEANWHILE(Kind.CONFLICT),
    CORRECTION_ALREADY_OPEN(Kind.CONFLICT),
    CORRECTION_ALREADY_DECIDED(Kind.CONFLICT),
    CONSENT_BODY_UNKNOWN(Kind.RULE),
    CONSENT_GROUPS_WRONG(Kind.RULE),
    CONSENT_PURPOSE_OUT_OF_RANGE(Kind.RULE),
    CONSENT_TERM_OUT_OF_RANGE(Kind.RULE),
    CONSENT_ENDED(Kind.CONFLICT),
    CERTIFICATE_DETAILS_WRONG(Kind.RULE),
    CERTIFICATE_DATES_WRONG(Kind.RULE),
    CERTIFICATE_DOUBLED(Kind.CONFLICT),
    CERTIFICATE_TOO_MANY(Kind.RULE);

    private final Kind kind;

    CompanyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
