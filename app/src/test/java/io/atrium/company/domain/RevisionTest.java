// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.FactOrigin;
import io.atrium.company.FactSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Test
    void endsTheOldValueWhereTheNewOneBegins() {
        var revision = Revision.of(List.of(known(1, since(0), 30)), claim(since(100), 42));
        assertThat(revision.closed()).extracting(KnownFact::id).containsExactly(1L);
        assertThat(revision.opened())
                .containsExactly(
                        new Claim("employees", new Validity(day(0), day(100)), 30, origin(0)), claim(since(100), 42));
    }

    @Test
    void saysNothingNewForTheSameValueOfTheSameDay() {
        assertThat(Revision.of(List.of(known(1, since(0), 30)), claim(since(0), 30))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void confirmsAnOldValueWithALaterDay() {
        var revision = Revision.of(List.of(known(1, since(0), 30)), claim(since(100), 30));
        assertThat(revision.opened())
                .extracting(opened -> opened.origin().date())
                .containsExactly(day(0), day(100));
    }

    @Test
    void letsALateDeliveryOfOlderDataHoldUntilTheNewerOne() {
        var revision = Revision.of(List.of(known(1, since(100), 42)), claim(since(0), 30));
        assertThat(revision.closed()).isEmpty();
        assertThat(revision.opened())
                .containsExactly(new Claim("employees", new Validity(day(0), day(100)), 30, origin(0)));
    }

    @Test
    void replacesACorrectedYear() {
        var year = Validity.ofYear(2025);
        var revision = Revision.of(List.of(known(7, year, 100)), claim(year, 90));
        assertThat(revision.closed()).hasSize(1);
        assertThat(revision.opened()).containsExactly(claim(year, 90));
    }

    @Property(tries = 500)
    void neverSaysTwoThingsAboutOneDayAndKeepsTheDaysBefore(
            @ForAll @Size(max = 12) List<@IntRange(max = 599) Integer> statements) {
        var known = new ArrayList<KnownFact>();
        long nextId = 1;
        for (int said : statements) {
            var news = claim(since(said / 10), said % 10);
            var before = valuesByDay(known);
            var revision = Revision.of(known, news);
            known.removeAll(revision.closed());
            for (var opened : revision.opened()) {
                known.add(new KnownFact(nextId++, opened));
            }
            var after = valuesByDay(known);
            assertThat(after.subList(0, said / 10)).isEqualTo(before.subList(0, said / 10));
            assertThat(after.get(said / 10)).isEqualTo(List.of(said % 10));
            assertThat(after).allSatisfy(values -> assertThat(values).hasSizeLessThanOrEqualTo(1));
        }
    }

    private static List<List<Object>> valuesByDay(List<KnownFact> known) {
        return IntStream.range(0, 70)
                .mapToObj(RevisionTest::day)
                .map(day -> known.stream()
                        .map(KnownFact::claim)
                        .filter(claim -> claim.validity().contains(day))
                        .map(Claim::value)
                        .toList())
                .toList();
    }

    private static KnownFact known(long id, Validity validity, int value) {
        return new KnownFact(id, claim(validity, value));
    }

    private static Claim claim(Validity validity, int value) {
        return new Claim(
                "employees", validity, value, new FactOrigin(FactSource.REGISTRY, null, validity.from(), null));
    }

    private static FactOrigin origin(int day) {
        return new FactOrigin(FactSource.REGISTRY, null, day(day), null);
    }

    private static Validity since(int day) {
        return Validity.since(day(day));
    }

    private static LocalDate day(int day) {
        return START.plusDays(day);
    }
}
