// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayStateFileTest {

    @TempDir
    Path data;

    @Test
    void takesUpADayThatWasCutOff() {
        assertThat(new DayStateFile(data).begin()).isEqualTo(1);
        assertThat(new DayStateFile(data).begin()).isEqualTo(1);
    }

    @Test
    void goesOnToTheNextFirmAfterAFinishedDay() {
        var state = new DayStateFile(data);
        state.finish(state.begin());
        assertThat(new DayStateFile(data).begin()).isEqualTo(2);
        assertThat(new DayStateFile(data).begin()).isEqualTo(2);
    }
}
