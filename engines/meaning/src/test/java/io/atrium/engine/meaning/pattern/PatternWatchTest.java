// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.meaning.pattern.Finding.Kind;
import io.atrium.engine.meaning.pattern.FindingReason.AskedAgain;
import io.atrium.engine.meaning.pattern.FindingReason.MoreThanUsual;
import io.atrium.engine.meaning.pattern.FindingReason.Terms;
import io.atrium.engine.meaning.pattern.FindingReason.UnlikelyByChance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternWatchTest {
    private static final int ORDINARY_DAYS = 50;

    private final Events events = new Events();
    private final PatternWatch watch = new PatternWatch(PatternSettings.usual(), Events::isWorkingDay);

    @Test
    void staysSilentOnOrdinaryDays() {
        assertThat(ordinaryDays(120)).noneMatch(finding -> finding.kind() != Kind.REPEATED_FIRM);
    }

    @Test
    void tellsThatOneCauseTroublesOneBuilding() {
        ordinaryDays(ORDINARY_DAYS);
        var day = Events.MONDAY.plusDays(ORDINARY_DAYS);
        for (int i = 0; i < 6; i++) watch.add(events.of(0, "troubled-" + i, "B3/" + i, day));
        var finding = only(watch.close(day));
        assertThat(finding.kind()).isEqualTo(Kind.SAME_CAUSE);
        assertThat(finding.place()).isEqualTo("B3");
        assertThat(finding.cases()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(finding.reasons()).hasSize(3).satisfies(reasons -> {
            var more = (MoreThanUsual) reasons.get(0);
            assertThat(more.firms()).isGreaterThanOrEqualTo(6);
            assertThat(more.usualMax()).isLessThan(6);
            assertThat(more.expected()).isBetween(0.01, 2.0);
            var chance = (UnlikelyByChance) reasons.get(1);
            assertThat(chance.chance()).isLessThanOrEqualTo(chance.limit());
            assertThat(chance.tests()).isGreaterThan(10);
            assertThat(((Terms) reasons.get(2)).terms()).contains("空调", "制冷");
        });
    }

    @Test
    void noticesWhatNobodyEverAskedAbout() {
        ordinaryDays(ORDINARY_DAYS);
        var day = Events.MONDAY.plusDays(ORDINARY_DAYS);
        for (int i = 0; i < 4; i++) watch.add(events.of(4, "new-" + i, "B1/" + i, day));
        assertThat(only(watch.close(day)).reasons().getFirst())
                .isInstanceOfSatisfying(
                        MoreThanUsual.class, more -> assertThat(more.usualMax()).isZero());
    }

    @Test
    void namesThePlaceWhereAllOfItIs() {
        var day = Events.MONDAY;
        for (int i = 0; i < ORDINARY_DAYS; i++, day = day.plusDays(1)) {
            watch.add(
                    events.of(i % 4, "firm-" + i, "B" + i % 3 + "/1", day)); // one a day: the building has no rate yet
            watch.close(day);
        }
        for (int i = 0; i < 4; i++) watch.add(events.of(4, "new-" + i, "B9/" + i, day));
        var finding = only(watch.close(day));
        assertThat(finding.place()).isEqualTo("B9");
        assertThat(finding.kind()).isEqualTo(Kind.SAME_CAUSE);
    }

    @Test
    void namesNoPlaceForWhatIsEverywhere() {
        ordinaryDays(ORDINARY_DAYS);
        var day = Events.MONDAY.plusDays(ORDINARY_DAYS);
        for (int i = 0; i < 6; i++) watch.add(events.of(4, "new-" + i, "B" + i % 3 + "/" + i, day));
        var finding = only(watch.close(day));
        assertThat(finding.place()).isEmpty();
        assertThat(finding.kind()).isEqualTo(Kind.SURGE);
    }

    @Test
    void tellsASurgeOnceWhileItGoesOn() {
        ordinaryDays(ORDINARY_DAYS);
        var found = new ArrayList<Finding>();
        for (int i = 0; i < 4; i++) {
            var day = Events.MONDAY.plusDays(ORDINARY_DAYS + i);
            for (int j = 0; j < 5; j++) watch.add(events.of(1, "troubled-" + i + "-" + j, "B2/1", day));
            found.addAll(watch.close(day));
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void takesOneLoudFirmForARepetitionAndNotForASurge() {
        ordinaryDays(ORDINARY_DAYS);
        var found = new ArrayList<Finding>();
        for (int i = 0; i < 4; i++) {
            var day = Events.MONDAY.plusDays(ORDINARY_DAYS + i);
            for (int j = 0; j < 5; j++) watch.add(events.of(2, "loud", "B2/1", day));
            found.addAll(watch.close(day));
        }
        var finding = only(found);
        assertThat(finding.kind()).isEqualTo(Kind.REPEATED_FIRM);
        assertThat(finding.reasons()).containsExactly(new AskedAgain("loud", 6, 2));
    }

    @Test
    void knowsThatMondaysAreBusy() {
        for (int week = 0; week < 12; week++) {
            for (int i = 0; i < 7; i++) {
                var day = Events.MONDAY.plusDays(7L * week + i);
                for (int j = 0; j < (i == 0 ? 14 : i < 5 ? 5 : 0); j++) {
                    watch.add(events.of(j % 4, "firm-" + week + "-" + i + "-" + j, "B" + j % 5, day));
                }
                assertThat(watch.close(day)).isEmpty();
            }
        }
    }

    @Test
    void givesTheSameFindingsForTheSameStream() {
        assertThat(new PatternWatchTest().wholeStory())
                .isEqualTo(new PatternWatchTest().wholeStory())
                .isNotEmpty();
    }

    @Test
    void explainsItsClusters() {
        ordinaryDays(ORDINARY_DAYS);
        assertThat(watch.clusters()).hasSize(4).allSatisfy(cluster -> {
            assertThat(cluster.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
            assertThat(cluster.terms()).isNotEmpty();
            assertThat(cluster.places()).isNotEmpty();
            assertThat(watch.cluster(cluster.id())).contains(cluster);
        });
        assertThat(watch.clusters())
                .extracting(cluster -> cluster.terms().contains("电梯"))
                .containsOnlyOnce(true);
    }

    @Test
    void wantsTheDaysInTheirOrder() {
        watch.add(events.of(0, "firm", "B1", Events.MONDAY));
        assertThatThrownBy(() -> watch.add(events.of(0, "firm", "B1", Events.MONDAY.plusDays(1))))
                .isInstanceOf(IllegalStateException.class);
        watch.close(Events.MONDAY);
        watch.add(events.of(0, "late", "B1", Events.MONDAY)); // counts for the open day
    }

    private List<Finding> wholeStory() {
        var found = ordinaryDays(ORDINARY_DAYS);
        var day = Events.MONDAY.plusDays(ORDINARY_DAYS);
        for (int i = 0; i < 6; i++) watch.add(events.of(0, "troubled-" + i, "B3/" + i, day));
        found.addAll(watch.close(day));
        return found;
    }

    private List<Finding> ordinaryDays(int days) {
        var found = new ArrayList<Finding>();
        for (int i = 0; i < days; i++) {
            LocalDate day = Events.MONDAY.plusDays(i);
            events.ordinary(day).forEach(watch::add);
            found.addAll(watch.close(day));
        }
        return found;
    }

    private static Finding only(List<Finding> found) {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
