// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.OrgId;
import io.atrium.service.ItemId;
import io.atrium.service.PackVersion;
import io.atrium.service.PackVersion.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackChangeTest {

    private static final Line ROOM = line("spi_1", "增加房间", 10);
    private static final Line LOAN = line("spi_2", "对接银行", 20);

    private static Line line(String id, String words, int day) {
        return new Line(new ItemId(id), words, new OrgId("org_1"), LocalDate.of(2026, 12, day));
    }

    private static PackVersion version(int number, Line... lines) {
        return new PackVersion(number, "服务包", "原因", "某人", Instant.EPOCH, List.of(lines));
    }

    @Test
    void saysNothingOfWhatStayedTheSame() {
        assertThat(PackChange.between(version(1, ROOM, LOAN), version(2, LOAN, ROOM)))
                .isEmpty();
    }

    @Test
    void namesWhatIsNewWhatChangedAndWhatWasDropped() {
        var later = line("spi_2", "对接银行", 25);
        var added = line("spi_3", "人才公寓", 28);
        assertThat(PackChange.between(version(1, ROOM, LOAN), version(2, later, added)))
                .containsExactly(new PackChange(LOAN, later), new PackChange(null, added), new PackChange(ROOM, null));
    }
}
