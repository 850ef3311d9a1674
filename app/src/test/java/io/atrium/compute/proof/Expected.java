// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import io.atrium.ledger.AccountCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has to be in the books in the end, added up from what the providers measured: credits less debits per account.
record Expected(Map<AccountCode, Long> posted, long transfers) {

    /// @param corrected those whose price was corrected
    static Expected of(List<Segment> segments, Set<Segment> corrected, long quotaOfEachFirm) {
        var posted = new HashMap<AccountCode, Long>();
        long transfers = Segment.FIRMS;
        for (int firm = 0; firm < Segment.FIRMS; firm++) {
            posted.put(Segment.quota(firm), quotaOfEachFirm);
            posted.put(Segment.own(firm), 0L);
        }
        for (var segment : segments) {
            boolean isCorrected = corrected.contains(segment);
            long fen = isCorrected ? segment.fenCorrected() : segment.fen();
            posted.merge(Segment.quota(segment.firm()), -segment.gpuMillis(), Long::sum);
            posted.merge(Segment.delivered(segment.provider()), segment.gpuMillis(), Long::sum);
            posted.merge(Segment.own(segment.firm()), -fen, Long::sum);
            posted.merge(Segment.receivable(segment.provider()), fen, Long::sum);
            transfers += segment.transfers() + (isCorrected ? 2 : 0);
        }
        return new Expected(posted, transfers);
    }
}
