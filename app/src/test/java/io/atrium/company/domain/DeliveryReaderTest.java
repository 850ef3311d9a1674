// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import static io.atrium.company.ImportProblem.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.company.FactCatalogue;
import io.atrium.company.ImportProblem;
import io.atrium.company.ImportReport.Problem;
import io.atrium.company.UnifiedCode;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class DeliveryReaderTest {
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String HEADER =
            "统一社会信用代码,name,Kind of organisation,成立日期,registered_city,registered_district,revenue_2025,从业人数";
    private static final String CODE =
            UnifiedCode.withCheckCharacter("91990001MA0000001").value();
    private static final String OTHER =
            UnifiedCode.withCheckCharacter("91990001MA0000002").value();
    private static final String ROW = ",澄屿图智能科技有限公司,企业,2023-05-04,上海市,徐汇区,\"1,000,000.50\",30";

    @Test
    void readsTheWholeCommunityWithoutAProblem() {
        var delivery = read(RegistryCsv.write(Community.generate(1).firms()));
        assertThat(delivery.problems()).isEmpty();
        assertThat(delivery.rows()).hasSize(Community.FIRMS);
        assertThat(delivery.rows().getFirst().claims())
                .extracting(Claim::key)
                .contains("unified_code", "revenue", "employees");
    }

    @Test
    void acceptsKeysAndLabelsInEitherLanguageAsHeader() {
        var delivery = read(HEADER + "\r\n" + CODE + ROW + "\r\n");
        assertThat(delivery.problems()).isEmpty();
        assertThat(delivery.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.unifiedCode()).isEqualTo(CODE);
            assertThat(row.claims()).hasSize(8);
        });
    }

    @Test
    void readsTheFirstSheetOfAWorkbookAsItWouldReadItsCsv() throws IOException {
        var csv = read(HEADER + "\r\n" + CODE + ROW + "\r\n");
        var book = read(book(CODE, new BigDecimal("1000000.50"), LocalDate.of(2023, 5, 4)));
        assertThat(book.problems()).isEmpty();
        assertThat(book.rows()).isEqualTo(csv.rows());
    }

    @Test
    void reportsTheCellsOfAWorkbookByTheirLine() throws IOException {
        assertThat(read(book(CODE + "X", new BigDecimal("-1"), LocalDate.of(2023, 5, 4)))
                        .problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(tuple(2, CODE_MALFORMED), tuple(2, NUMBER_OUT_OF_RANGE));
    }

    @Test
    void refusesABookThatUnpacksTooLarge() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (long written = 0; written <= DeliveryBook.UNPACKED_BYTES_MAX; written += zeros.length) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).as("it looks harmless").isLessThan(200_000);
        assertThat(read(bytes.toByteArray()).problems())
                .extracting(Problem::code)
                .containsExactly(BOOK_TOO_LARGE);
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
        }
        assertThat(read(bytes.toByteArray()).problems())
                .extracting(Problem::code)
                .containsExactly(BOOK_UNREADABLE);
        assertThat(read(new byte[] {'P', 'K', 3, 4, 0, 0}).problems())
                .extracting(Problem::code)
                .containsExactly(BOOK_UNREADABLE);
    }

    private static byte[] book(String code, BigDecimal revenue, LocalDate founded) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var page = book.newWorksheet("登记");
            var headings = HEADER.split(",", -1);
            for (int column = 0; column < headings.length; column++) {
                page.value(0, column, headings[column]);
            }
            page.value(1, 0, code);
            page.value(1, 1, "澄屿图智能科技有限公司");
            page.value(1, 2, "企业");
            page.value(1, 3, founded);
            page.style(1, 3).format("yyyy-mm-dd").set();
            page.value(1, 4, "上海市");
            page.value(1, 5, "徐汇区");
            page.value(1, 6, revenue);
            page.value(1, 7, 30);
        }
        return bytes.toByteArray();
    }

    @Test
    void acceptsAByteOrderMarkAndGb18030() {
        var text = HEADER + "\n" + CODE + ROW;
        assertThat(read("\uFEFF" + text).problems()).isEmpty();
        assertThat(read(text.getBytes(Charset.forName("GB18030"))).rows())
                .extracting(Delivery.Row::name)
                .containsExactly("澄屿图智能科技有限公司");
    }

    @Test
    void refusesBytesOfNoKnownEncoding() {
        assertThat(codes(read(new byte[] {(byte) 0xFF, (byte) 0xFF, 0x41}))).containsExactly(ENCODING_UNREADABLE);
        assertThat(codes(read("a\0b"))).containsExactly(ENCODING_UNREADABLE);
    }

    @Test
    void reportsEverythingAtOnceInTheOrderOfTheFile() {
        var delivery = read(HEADER.replace("从业人数", "heads") + "\n"
                + CODE + ROW + "\n"
                + CODE + ",Two,企业,2023-05-04,上海市,徐汇区,12万,1\n"
                + CODE.substring(0, 17) + (CODE.endsWith("0") ? "1" : "0") + ",Three,公司,2099-01-01,上海市,,1,1\n"
                + OTHER + ",Four\n");
        assertThat(delivery.problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(
                        tuple(1, COLUMN_UNKNOWN),
                        tuple(3, CODE_DOUBLED),
                        tuple(3, NUMBER_MALFORMED),
                        tuple(4, VALUE_MISSING),
                        tuple(4, CODE_CHECK_CHARACTER),
                        tuple(4, VALUE_NOT_ALLOWED),
                        tuple(4, DATE_IN_FUTURE),
                        tuple(5, ROW_LENGTH),
                        tuple(5, VALUE_MISSING),
                        tuple(5, VALUE_MISSING),
                        tuple(5, VALUE_MISSING),
                        tuple(5, VALUE_MISSING));
    }

    @Test
    void namesWrongColumns() {
        assertThat(codes(read("name,name,企业名称/revenue_2025,revenue,rd_share_2025\na,b,c,d,e\n")))
                .contains(COLUMN_UNKNOWN, COLUMN_DOUBLED, COLUMN_MISSING);
        assertThat(codes(read("a".repeat(10) + ",b".repeat(DeliveryReader.COLUMNS_MAX))))
                .contains(TOO_MANY_COLUMNS);
    }

    @Test
    void refusesAFigureOfAYearThatHasNotEnded() {
        assertThat(codes(read(HEADER.replace("2025", "2026") + "\n" + CODE + ROW)))
                .containsExactly(YEAR_NOT_ENDED);
    }

    @Test
    void refusesBrokenQuotesAndEmptyDeliveries() {
        assertThat(codes(read(HEADER + "\n" + CODE + ",\"open"))).contains(CSV_MALFORMED);
        assertThat(codes(read(HEADER + "\n"))).containsExactly(NO_ROWS);
    }

    @Test
    void limitsTheNumberOfRows() {
        var many = HEADER + "\n" + (CODE + ROW + "\n").repeat(DeliveryReader.ROWS_MAX + 1);
        assertThat(codes(read(many)).getFirst()).isEqualTo(TOO_MANY_ROWS);
    }

    private static Delivery read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery read(byte[] bytes) {
        return DeliveryReader.read(bytes, CATALOGUE, TODAY);
    }

    private static List<ImportProblem> codes(Delivery delivery) {
        return delivery.problems().stream().map(Problem::code).toList();
    }
}
