// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Room;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackingRulesTest {
    private static final GpuModel T4 = new GpuModel("T4");
    private static final Room TWO_T4 = new Machine(new NodeId("a"), 8_000, 1_024, 2, Optional.of(T4)).emptyRoom();
    private static final Ask HALF = new Ask(1_000, 512, 1, 500, Set.of());

    @Test
    void fitGpuModelFires() {
        var picky = new Ask(0, 0, 1, 500, Set.of(new GpuModel("V100")));
        assertThat(new FitGpuModel().admits(picky, TWO_T4)).isFalse();
    }

    @Test
    void fitGpuModelIsSilentForTheModelForAnyModelAndForCpusAlone() {
        assertThat(new FitGpuModel().admits(new Ask(0, 0, 1, 500, Set.of(T4)), TWO_T4))
                .isTrue();
        assertThat(new FitGpuModel().admits(HALF, TWO_T4)).isTrue();
        assertThat(new FitGpuModel().admits(Ask.ofCpu(1, 1), TWO_T4)).isTrue();
    }

    @Test
    void fitCpuAndMemoryFires() {
        assertThat(new FitCpuAndMemory().admits(Ask.ofCpu(8_001, 0), TWO_T4)).isFalse();
        assertThat(new FitCpuAndMemory().admits(Ask.ofCpu(0, 1_025), TWO_T4)).isFalse();
    }

    @Test
    void fitCpuAndMemoryIsSilentUpToWhatIsFree() {
        assertThat(new FitCpuAndMemory().admits(Ask.ofCpu(8_000, 1_024), TWO_T4))
                .isTrue();
    }

    @Test
    void fitGpuSharesFires() {
        var twoHalves = TWO_T4.afterShare(HALF, 0).afterShare(HALF, 1);
        assertThat(new FitGpuShares().admits(new Ask(0, 0, 1, 600, Set.of()), twoHalves))
                .isFalse();
        assertThat(new FitGpuShares().admits(new Ask(0, 0, 2, 1_000, Set.of()), twoHalves))
                .isFalse();
    }

    @Test
    void fitGpuSharesIsSilentIfOneGpuHasIt() {
        assertThat(new FitGpuShares().admits(HALF, TWO_T4.afterShare(HALF, 0))).isTrue();
        assertThat(new FitGpuShares().admits(new Ask(0, 0, 2, 1_000, Set.of()), TWO_T4))
                .isTrue();
    }

    @Test
    void preferKeptPlaceFires() {
        assertThat(new PreferKeptPlace().compare(spot(true, 9, 1), spot(false, 0, 0)))
                .isNegative();
    }

    @Test
    void preferKeptPlaceIsSilentIfBothOrNoneKeepOne() {
        assertThat(new PreferKeptPlace().compare(spot(true, 9, 1), spot(true, 0, 0)))
                .isZero();
        assertThat(new PreferKeptPlace().compare(spot(false, 9, 1), spot(false, 0, 0)))
                .isZero();
    }

    @Test
    void preferLeastFragmentationFires() {
        assertThat(new PreferLeastFragmentation().compare(spot(false, 3, 1), spot(false, 4, 0)))
                .isNegative();
    }

    @Test
    void preferLeastFragmentationIsSilentOnEqualLoss() {
        assertThat(new PreferLeastFragmentation().compare(spot(false, 3, 1), spot(false, 3, 0)))
                .isZero();
    }

    @Test
    void preferFullestMachineFiresOnGpusAndThenOnCpus() {
        var fuller = new Spot(false, 0, TWO_T4.afterShare(HALF, 0), 1);
        var busier = new Spot(false, 0, TWO_T4.afterWhole(Ask.ofCpu(1, 0)), 1);
        assertThat(new PreferFullestMachine().compare(fuller, spot(false, 0, 0)))
                .isNegative();
        assertThat(new PreferFullestMachine().compare(busier, spot(false, 0, 0)))
                .isNegative();
    }

    @Test
    void preferFullestMachineIsSilentOnEqualRooms() {
        assertThat(new PreferFullestMachine().compare(spot(false, 0, 1), spot(false, 0, 0)))
                .isZero();
    }

    @Test
    void preferFirstMachineFiresAndIsSilentOnlyOnTheSame() {
        assertThat(new PreferFirstMachine().compare(spot(false, 0, 0), spot(false, 0, 1)))
                .isNegative();
        assertThat(new PreferFirstMachine().compare(spot(false, 0, 1), spot(false, 0, 1)))
                .isZero();
    }

    @Test
    void theKeptPlaceIsAskedBeforeTheLossAndTheLossBeforeTheOrder() {
        assertThat(RuleCatalogue.compare(spot(true, 9, 5), spot(false, 0, 0))).isNegative();
        assertThat(RuleCatalogue.compare(spot(false, 1, 5), spot(false, 2, 0))).isNegative();
        assertThat(RuleCatalogue.compare(spot(false, 1, 5), spot(false, 1, 0))).isPositive();
    }

    private static Spot spot(boolean isKept, long loss, int machine) {
        return new Spot(isKept, loss, TWO_T4, machine);
    }
}
