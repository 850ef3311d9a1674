// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.engine.meaning.pattern.FindingReason;
import io.atrium.engine.meaning.pattern.FindingReason.AskedAgain;
import io.atrium.engine.meaning.pattern.FindingReason.MoreThanUsual;
import io.atrium.engine.meaning.pattern.FindingReason.Terms;
import io.atrium.engine.meaning.pattern.FindingReason.UnlikelyByChance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why something was found, as data (发现依据).
///
/// @param count against what is usual; null for a firm that asks again
/// @param chance of as many by chance; null for a firm that asks again
/// @param terms what the cases say more often than others
/// @param again null unless one firm asks again and again
public record FindingReasons(
        @Nullable MoreThanUsual count,
        @Nullable UnlikelyByChance chance,
        List<String> terms,
        @Nullable AskedAgain again) {

    public FindingReasons {
        terms = List.copyOf(terms);
    }

    static FindingReasons of(List<FindingReason> reasons) {
        var all = new FindingReasons(null, null, List.of(), null);
        for (var reason : reasons) {
            all = all.with(reason);
        }
        return all;
    }

    private FindingReasons with(FindingReason reason) {
        return switch (reason) {
            case MoreThanUsual more -> new FindingReasons(more, chance, terms, again);
            case UnlikelyByChance unlikely -> new FindingReasons(count, unlikely, terms, again);
            case Terms(var said) -> new FindingReasons(count, chance, said, again);
            case AskedAgain asked -> new FindingReasons(count, chance, terms, asked);
        };
    }

    /// Without what would tell of cases that the reader may not see.
    FindingReasons withoutWordsAndNames() {
        return new FindingReasons(count, chance, List.of(), null);
    }
}
