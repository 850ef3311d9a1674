// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.ledger.Movement.Kind;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.EntryView;
import io.atrium.ledger.PeriodView;
import io.atrium.ledger.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-12")
class StatementSectionTest {

    private static final AccountCode ACCOUNT = new AccountCode("cny/voucher/vch_1/balance");

    private static PeriodView.Line line(Kind kind, long posted, long held, String purpose, String reference) {
        var entry = new EntryView(
                1, new UUID(0, 1), kind, ACCOUNT, posted, held, 0, purpose, reference, Instant.EPOCH, Instant.EPOCH);
        return new PeriodView.Line(ACCOUNT, entry);
    }

    /// Any run of grants, holds, settlements, releases and expiries, in any amounts.
    @RepeatedTest(200)
    void closingIsOpeningAndLines(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var opening = new Standing(random.nextLong(1_000_000), random.nextLong(1_000));
        var lines = new ArrayList<PeriodView.Line>();
        long posted = opening.posted();
        long held = opening.held();
        for (int i = 0; i < random.nextInt(40); i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            long amount = random.nextLong(1, 100_000);
            long moved =
                    kind == Kind.POST ? (random.nextBoolean() ? amount : -amount) : kind == Kind.CAPTURE ? -amount : 0;
            long set = kind == Kind.HOLD ? amount : kind == Kind.POST ? 0 : -amount;
            lines.add(line(kind, moved, set, "JOB", "job_" + i));
            posted += moved;
            held += set;
        }
        var period = new PeriodView(
                Map.of(ACCOUNT, opening), List.copyOf(lines), Map.of(ACCOUNT, new Standing(posted, held)));
        var section = StatementSection.of(StatementSection.Kind.VOUCHERS, period, Map.of());
        assertThat(section.addsUp()).isTrue();
        var sums = section.sums().values().stream().reduce(opening, Standing::plus);
        assertThat(sums).isEqualTo(section.closing());
    }

    @Test
    void aMissingLineIsNoticed() {
        var period =
                new PeriodView(Map.of(ACCOUNT, new Standing(100, 0)), List.of(), Map.of(ACCOUNT, new Standing(90, 0)));
        assertThat(StatementSection.of(StatementSection.Kind.OWN, period, Map.of())
                        .addsUp())
                .isFalse();
    }

    @Test
    void everyLineHasItsKindAndItsJob() {
        var lines = List.of(
                line(Kind.POST, 500, 0, "VOUCHER_ISSUE", "grt_1"),
                line(Kind.HOLD, 0, 200, "JOB_VOUCHER_HOLD", "job_1"),
                line(Kind.CAPTURE, -150, -200, "JOB_VOUCHER_PAYMENT", "job_1"),
                line(Kind.RELEASE, 0, -20, "JOB_VOUCHER_RELEASE", "job_2"),
                line(Kind.POST, -50, 0, "VOUCHER_EXPIRY", "vch_1"));
        var period = new PeriodView(Map.of(), lines, Map.of());
        var section = StatementSection.of(StatementSection.Kind.VOUCHERS, period, Map.of("job_1", "训练"));
        assertThat(section.lines())
                .extracting(StatementLine::kind)
                .containsExactly(LineKind.GRANT, LineKind.HOLD, LineKind.SETTLEMENT, LineKind.RELEASE, LineKind.EXPIRY);
        assertThat(section.lines().get(1).name()).isEqualTo("训练");
        assertThat(section.lines().get(0).isOfJob()).isFalse();
    }
}
