// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import static io.atrium.engine.decision.decide.ConditionStatus.MANUAL_REVIEW;
import static io.atrium.engine.decision.decide.ConditionStatus.MET;
import static io.atrium.engine.decision.decide.ConditionStatus.NOT_APPLICABLE;
import static io.atrium.engine.decision.decide.ConditionStatus.UNKNOWN;
import static io.atrium.engine.decision.decide.ConditionStatus.UNMET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionStatusTest {

    @ParameterizedTest
    @CsvSource({
        "MET, MET, MET, MET",
        "MET, UNMET, UNMET, MET",
        "MET, UNKNOWN, UNKNOWN, MET",
        "MET, MANUAL_REVIEW, MANUAL_REVIEW, MET",
        "MET, NOT_APPLICABLE, MET, MET",
        "UNMET, UNMET, UNMET, UNMET",
        "UNMET, UNKNOWN, UNMET, UNKNOWN",
        "UNMET, MANUAL_REVIEW, UNMET, MANUAL_REVIEW",
        "UNMET, NOT_APPLICABLE, UNMET, UNMET",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, MANUAL_REVIEW, UNKNOWN, MANUAL_REVIEW",
        "UNKNOWN, NOT_APPLICABLE, UNKNOWN, UNKNOWN",
        "MANUAL_REVIEW, MANUAL_REVIEW, MANUAL_REVIEW, MANUAL_REVIEW",
        "MANUAL_REVIEW, NOT_APPLICABLE, MANUAL_REVIEW, MANUAL_REVIEW",
        "NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
    })
    void combinesTwoInEitherOrder(ConditionStatus a, ConditionStatus b, ConditionStatus all, ConditionStatus any) {
        assertThat(ConditionStatus.allOf(List.of(a, b))).isEqualTo(all);
        assertThat(ConditionStatus.allOf(List.of(b, a))).isEqualTo(all);
        assertThat(ConditionStatus.anyOf(List.of(a, b))).isEqualTo(any);
        assertThat(ConditionStatus.anyOf(List.of(b, a))).isEqualTo(any);
    }

    @Test
    void nothingThatAppliesIsNoYes() {
        assertThat(ConditionStatus.allOf(List.of())).isEqualTo(NOT_APPLICABLE);
        assertThat(ConditionStatus.anyOf(List.of())).isEqualTo(NOT_APPLICABLE);
    }

    @Property
    void allOfIsMetOnlyIfEveryApplicableChildIs(@ForAll @Size(max = 6) List<ConditionStatus> children) {
        var applicable = applicable(children);
        assertThat(ConditionStatus.allOf(children) == MET).isEqualTo(applicable.equals(Set.of(MET)));
    }

    @Property
    void anyOfIsUnmetOnlyIfEveryApplicableChildIs(@ForAll @Size(max = 6) List<ConditionStatus> children) {
        var applicable = applicable(children);
        assertThat(ConditionStatus.anyOf(children) == UNMET).isEqualTo(applicable.equals(Set.of(UNMET)));
    }

    @Property
    void learningLessNeverMakesAYes(@ForAll @Size(min = 1, max = 6) List<ConditionStatus> children, @ForAll int which) {
        var forgotten = new ArrayList<>(children);
        forgotten.set(Math.floorMod(which, children.size()), UNKNOWN);
        assertNoNewYes(ConditionStatus.allOf(children), ConditionStatus.allOf(forgotten));
        assertNoNewYes(ConditionStatus.anyOf(children), ConditionStatus.anyOf(forgotten));
    }

    private static void assertNoNewYes(ConditionStatus before, ConditionStatus after) {
        if (before == UNMET || before == UNKNOWN || before == MANUAL_REVIEW) {
            assertThat(after).isNotEqualTo(MET);
        }
    }

    private static Set<ConditionStatus> applicable(List<ConditionStatus> children) {
        return children.stream().filter(child -> child != NOT_APPLICABLE).collect(Collectors.toSet());
    }
}
