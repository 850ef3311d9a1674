// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.model.NodeId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final GpuModel T4 = new GpuModel("T4");
    private static final GpuModel V100 = new GpuModel("V100");

    @Test
    void keepsTheScarceModelForThoseWhoCanUseNothingElse() {
        var fleet = List.of(machine("a", 1, V100), machine("b", 1, T4), machine("c", 1, T4));
        var any = share(1_000, Set.of());
        var picky = share(1_000, Set.of(V100));
        var packed = new PackedFleet(fleet, Mix.of(List.of(any, any, picky)));
        assertThat(packed.place(any)).hasValue(1);
        assertThat(packed.place(any)).hasValue(2);
        assertThat(packed.place(picky)).hasValue(0);
        assertThat(packed.place(any)).isEmpty();
    }

    @Test
    void fillsTheHoleThatNothingElseFits() {
        var fleet = List.of(machine("a", 1, T4), machine("b", 1, T4));
        var large = share(650, Set.of());
        var small = share(350, Set.of());
        var packed = new PackedFleet(fleet, Mix.of(List.of(large, small)));
        assertThat(packed.place(large)).hasValue(0);
        assertThat(packed.place(small)).hasValue(0);
        assertThat(packed.room(1).freeMilli()).isEqualTo(1_000);
    }

    @Test
    void takesTasksThatNobodyExpected() {
        var packed = new PackedFleet(List.of(machine("a", 2, T4)), Mix.empty());
        assertThat(packed.place(share(500, Set.of()))).hasValue(0);
        assertThat(packed.place(new Ask(0, 0, 2, 1_000, Set.of()))).isEmpty();
        assertThat(packed.place(new Ask(0, 0, 1, 1_000, Set.of()))).hasValue(0);
    }

    @Test
    void findsTheSizesThatWaste() {
        var wasteful =
                WastefulShares.of(Mix.of(List.of(share(810, Set.of()), share(470, Set.of()), share(470, Set.of()))));
        assertThat(wasteful[810]).isTrue();
        assertThat(wasteful[470]).isFalse();
        assertThat(wasteful[300]).isFalse();
    }

    @Test
    void boundsByWhatOneGpuCanHold() {
        var fleet = List.of(machine("a", 8, T4));
        assertThat(PackingBound.of(fleet, Collections.nCopies(10, share(800, Set.of()))))
                .isEqualTo(80, within(0.1));
        assertThat(PackingBound.of(fleet, Collections.nCopies(4, share(1_000, Set.of()))))
                .isEqualTo(50, within(0.1));
        assertThat(PackingBound.of(fleet, Collections.nCopies(8, share(1_000, Set.of(V100)))))
                .isEqualTo(0, within(0.1));
    }

    @Test
    void countsAsFragmentsWhatTheUsualTaskCannotUse() {
        var packed = new PackedFleet(List.of(machine("a", 2, T4)), Mix.empty());
        packed.place(share(500, Set.of()));
        assertThat(packed.fragmentPct(Mix.of(List.of(share(1_000, Set.of()))))).isEqualTo(25);
        assertThat(packed.fragmentPct(Mix.of(List.of(share(500, Set.of()))))).isZero();
    }

    @Test
    void refusesATrialThatWouldNeverEnd() {
        assertThatThrownBy(() -> new PackingTrial(List.of(machine("a", 1, T4)), List.of(Ask.ofCpu(1, 1)), 0, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Machine machine(String name, int gpus, GpuModel model) {
        return new Machine(new NodeId(name), 64_000, 65_536, gpus, Optional.of(model));
    }

    private static Ask share(int milli, Set<GpuModel> models) {
        return new Ask(1_000, 1_024, 1, milli, models);
    }
}
