// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.timeline;

/// What sort of thing happened (时间线类别); readers filter by it.
public enum TimelineKind {
    FACT,
    CORRECTION,
    CONSENT,
    DECISION,
    GRANT,
    VOUCHER,
    JOB,
    APPEAL,
    OTHER;

    public String titleKey() {
        return "web.timeline.kind." + name();
    }
}
