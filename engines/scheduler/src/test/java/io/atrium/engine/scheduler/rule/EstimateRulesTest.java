// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateRulesTest {
    private static final MoveEndsByFailures ENDS = MoveEndsByFailures.RULE;
    private static final CompareWithJobsAlike KINDS = CompareWithJobsAlike.RULE;

    @Test
    void moveEndsByFailuresFires() {
        assertThat(ENDS.aboveMoved(new StartEnds(7_500, 7_500), true)).isEqualTo(new StartEnds(7_500, 6_575));
        assertThat(ENDS.belowMoved(new StartEnds(7_500, 7_500), true)).isEqualTo(new StartEnds(6_575, 7_500));
    }

    @Test
    void moveEndsByFailuresIsNearlySilentOnAStartWithinAndStopsAtItsBounds() {
        assertThat(ENDS.aboveMoved(ENDS.first(), false)).isEqualTo(new StartEnds(7_500, 7_575));
        assertThat(ENDS.aboveMoved(new StartEnds(0, 45_000), false)).isEqualTo(new StartEnds(0, 45_000));
        assertThat(ENDS.belowMoved(new StartEnds(-StartEnds.ALL, 0), true)).isEqualTo(new StartEnds(-StartEnds.ALL, 0));
    }

    @Test
    void asManyMayFailAsBringAnEndBackToWhereItWas() {
        var ends = ENDS.first();
        for (var start = 0; start < 1_000; start++) {
            ends = ENDS.aboveMoved(ends, start % 40 < 3);
        }
        assertThat(ends).isEqualTo(ENDS.first());
    }

    @Test
    void compareWithJobsAlikeFires() {
        assertThat(KINDS.kind(1, true)).isNotEqualTo(KINDS.kind(8, true));
        assertThat(KINDS.kind(8, true)).isNotEqualTo(KINDS.kind(8, false));
        assertThat(KINDS.kindBehind(8, 64, 64)).isNotEqualTo(KINDS.kindBehind(8, 640, 64));
    }

    @Test
    void compareWithJobsAlikeIsSilentOnJobsOfAboutOneSize() {
        assertThat(KINDS.kind(8, true)).isEqualTo(KINDS.kind(15, true));
        assertThat(KINDS.kindBehind(8, 64, 64)).isEqualTo(KINDS.kindBehind(9, 70, 64));
    }

    @Test
    void endAtTheFirstReservationFires() {
        var ended = EndAtTheFirstReservation.RULE.ended(likely(), Scene.job("first", 8), reserved("first", at(40)));
        assertThat(ended.range()).isEqualTo(new StartRange(at(10), at(40)));
        var passed = EndAtTheFirstReservation.RULE.ended(likely(), Scene.job("first", 8), reserved("first", at(5)));
        assertThat(passed).isEqualTo(new LikelyStart(at(5), new StartRange(at(5), at(5))));
    }

    @Test
    void endAtTheFirstReservationIsSilentForLaterOnesAndForEarlierEnds() {
        var rule = EndAtTheFirstReservation.RULE;
        assertThat(rule.ended(likely(), Scene.job("second", 8), reserved("first", at(40))))
                .isEqualTo(likely());
        assertThat(rule.ended(likely(), Scene.job("first", 8), reserved("first", at(90))))
                .isEqualTo(likely());
        assertThat(rule.ended(likely(), Scene.job("first", 8), List.of())).isEqualTo(likely());
    }

    private static LikelyStart likely() {
        return new LikelyStart(at(50), new StartRange(at(10), at(80)));
    }

    private static List<Reservation> reserved(String job, Instant from) {
        return List.of(new Reservation(new JobId(job), Scene.placement("p", "p-1", 8), from));
    }

    private static Instant at(int minute) {
        return Scene.TEN.plusSeconds(60L * minute);
    }
}
