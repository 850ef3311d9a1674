// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.credit.CreditBillView.Sums;
import io.atrium.kernel.Fen;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Whatever was used, corrected and paid: what stands on bills is what stands in the account.
class CreditSumsTest {

    @Property
    void whatIsLeftOfAllBillsLessWhatIsCarriedOnIsWhatTheAccountOwes(
            @ForAll @Size(min = 1, max = 24) List<@LongRange(min = -5_000, max = 20_000) Long> months,
            @ForAll @LongRange(min = 0, max = 100) long share) {
        var left = new ArrayList<Long>();
        var last = new Sums(Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO);
        long account = 0;
        for (long used : months) {
            long paid = left.stream().mapToLong(owed -> owed * share / 100).sum();
            left.replaceAll(owed -> owed - owed * share / 100);
            var sums = new Sums(last.closing(), new Fen(used), new Fen(paid), last.carriedOn());
            account += used - paid;
            left.add(sums.amount().value());
            assertThat(sums.closing().value()).isEqualTo(account);
            assertThat(sums.amount().isNegative()).isFalse();
            long owed = left.stream().mapToLong(Long::longValue).sum();
            assertThat(owed - sums.carriedOn().value()).isEqualTo(account);
            last = sums;
        }
    }
}
