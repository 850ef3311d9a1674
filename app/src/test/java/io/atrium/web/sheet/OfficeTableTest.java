// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.web.sheet.OfficeTable.ColumnsMissing;
import io.atrium.web.sheet.OfficeTable.Limits;
import io.atrium.web.sheet.OfficeTable.Row;
import io.atrium.web.sheet.OfficeTable.Rows;
import io.atrium.web.sheet.OfficeTable.Unusable;
import io.atrium.web.sheet.OfficeTable.Why;
import io.atrium.web.text.Lang;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfficeTableTest {

    @Test
    void whatIsWrittenIsReadBackAndRunsInNoSpreadsheet() {
        var rows = List.of(new Row<>(2, Map.of(Fruit.NAME, "梨,\"大\"", Fruit.PRICE, "-1层", Fruit.NOTE, "=1+1")));
        var bytes = OfficeFile.write(
                Fruit.class, rows, Lang.ZH, List.of(new OfficeFile.Remark<>("问题", row -> "第 " + row.line() + " 行")));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("名称,价格,备注,问题", "'=1+1", "第 2 行");
        assertThat(OfficeTable.read(bytes, Fruit.class, new Limits(1000, 2))).isEqualTo(new Rows<>(rows));
    }

    private static final Limits LIMITS = new Limits(100, 2);

    private enum Fruit implements OfficeColumn {
        NAME("名称", "name", true),
        PRICE("价格", "price", true),
        NOTE("备注", "note", false);

        private final String zh;
        private final String en;
        private final boolean isNeeded;

        Fruit(String zh, String en, boolean isNeeded) {
            this.zh = zh;
            this.en = en;
            this.isNeeded = isNeeded;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }

        @Override
        public boolean isNeeded() {
            return isNeeded;
        }
    }

    @Test
    void findsColumnsByTheirHeadingsInAnyOrderAndLanguage() {
        assertThat(read("Price , 产地,名称\n3,北,  梨 \n"))
                .isEqualTo(rows(new Row<>(2, Map.of(Fruit.PRICE, "3", Fruit.NAME, "梨"))));
        var row = new Row<>(2, Map.of(Fruit.NAME, "梨"));
        assertThat(row.cell(Fruit.NOTE)).isEmpty();
    }

    @Test
    void readsWhatOfficeSoftwareSavesInChina() {
        var bytes = "名称,价格\n苹果,5\n".getBytes(Charset.forName("GB18030"));
        assertThat(OfficeTable.read(bytes, Fruit.class, LIMITS))
                .isEqualTo(rows(new Row<>(2, Map.of(Fruit.NAME, "苹果", Fruit.PRICE, "5"))));
    }

    @Test
    void aShortLineHasEmptyCells() {
        assertThat(read("name,price\n梨\n")).isEqualTo(rows(new Row<>(2, Map.of(Fruit.NAME, "梨"))));
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        assertThat(read("备注,名称\nx,y\n")).isEqualTo(new ColumnsMissing<>(List.of(Fruit.PRICE)));
    }

    @Test
    void saysWhyAFileCannotBeUsed() {
        assertThat(read("name,price\n")).isEqualTo(new Unusable<Fruit>(Why.EMPTY));
        assertThat(read("")).isEqualTo(new Unusable<Fruit>(Why.EMPTY));
        assertThat(read("name,price\n1,1\n2,2\n3,3\n")).isEqualTo(new Unusable<Fruit>(Why.TOO_LARGE));
        assertThat(read("x".repeat(101))).isEqualTo(new Unusable<Fruit>(Why.TOO_LARGE));
        assertThat(OfficeTable.read(new byte[] {0, (byte) 0xff}, Fruit.class, LIMITS))
                .isEqualTo(new Unusable<Fruit>(Why.UNREADABLE));
    }

    @Test
    void tellsNoMoreOfACellThanFitsALine() {
        assertThat(OfficeTable.shown("x".repeat(60))).hasSize(60);
        assertThat(OfficeTable.shown("x".repeat(61))).endsWith("…").hasSize(61);
    }

    private static OfficeTable<Fruit> read(String text) {
        return OfficeTable.read(text.getBytes(StandardCharsets.UTF_8), Fruit.class, LIMITS);
    }

    @SafeVarargs
    private static OfficeTable<Fruit> rows(Row<Fruit>... rows) {
        return new Rows<>(List.of(rows));
    }
}
