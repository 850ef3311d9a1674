// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.premises.domain.RoomFile.Fault;
import io.atrium.premises.domain.RoomFile.Problem;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RoomFileTest {

    private static final String HEAD = "楼宇,地址,楼层,房间号,面积,工位,统一社会信用代码,入驻日期\n";

    private static RoomFile read(String text) {
        return RoomFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatOfficeSoftwareSaves() {
        var text = HEAD + "示例1号楼,示例路1号,B1,B101,\"1,020.5\",２０,91310000MA1FL0AAXX,2026/03/01\n";
        var file = RoomFile.read(text.getBytes(Charset.forName("GB18030")));
        assertThat(file.problems()).isEmpty();
        assertThat(file.rows()).singleElement().satisfies(row -> {
            assertThat(row.floor()).isEqualTo(-1);
            assertThat(row.area()).isEqualByComparingTo(new BigDecimal("1020.5"));
            assertThat(row.seats()).isEqualTo(20);
            assertThat(row.since()).isEqualTo(LocalDate.of(2026, 3, 1));
        });
    }

    @Test
    void namesEachBadCellWithItsRowAndColumn() {
        var file = read(HEAD
                + "示例1号楼,,0,101,0,1.5,,\n"
                + ",,2层,102,12.345,10,,\n"
                + "示例1号楼,,3F,103,20,5,91310000MA1FL0AAXX,\n"
                + "示例1号楼,,3,104,20,5,,2026-01-01\n"
                + "示例1号楼,,3,105,20,5,91310000MA1FL0AAXX,昨天\n"
                + "示例1号楼,,3,106,20,5,,\n"
                + "示例1号楼,,4,106,20,5,,\n");
        assertThat(file.problems())
                .extracting(Problem::line, Problem::column, Problem::fault)
                .containsExactly(
                        tuple(2, RoomColumn.FLOOR, Fault.FLOOR_WRONG),
                        tuple(2, RoomColumn.AREA, Fault.AREA_WRONG),
                        tuple(2, RoomColumn.SEATS, Fault.SEATS_WRONG),
                        tuple(3, RoomColumn.BUILDING, Fault.CELL_MISSING),
                        tuple(3, RoomColumn.AREA, Fault.AREA_WRONG),
                        tuple(4, RoomColumn.SINCE, Fault.DAY_MISSING),
                        tuple(5, RoomColumn.FIRM, Fault.FIRM_MISSING),
                        tuple(6, RoomColumn.SINCE, Fault.DAY_WRONG),
                        tuple(8, RoomColumn.NUMBER, Fault.ROOM_TWICE));
    }

    @Test
    void saysWhatIsWrongWithTheFileItself() {
        assertThat(read("楼宇,楼层,房间号,面积\n示例1号楼,1,101,20\n").problems())
                .extracting(Problem::column, Problem::fault)
                .containsExactly(tuple(RoomColumn.SEATS, Fault.COLUMN_MISSING));
        assertThat(read(HEAD).problems()).extracting(Problem::fault).containsExactly(Fault.EMPTY);
        assertThat(read("PK\0\0").problems()).extracting(Problem::fault).containsExactly(Fault.UNREADABLE);
        assertThat(RoomFile.read(new byte[RoomFile.BYTES_MAX + 1]).problems())
                .extracting(Problem::fault)
                .containsExactly(Fault.TOO_LARGE);
        var tooLong = HEAD + "示例1号楼,,1,1,20,5,,\n".repeat(RoomFile.ROWS_MAX + 1);
        assertThat(read(tooLong).problems()).extracting(Problem::fault).containsExactly(Fault.TOO_LARGE);
    }
}
