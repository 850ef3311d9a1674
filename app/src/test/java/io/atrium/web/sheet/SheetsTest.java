// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.testing.AtriumTest;
import io.atrium.web.ListQuery;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("TAB-5")
class SheetsTest {

    private record Job(String name, int gpus, @Nullable Fen cost, Instant at, LocalDate day) {}

    private static final Job JOB = new Job(
            "清洗, \"第一轮\"", 8, new Fen(123_456_789), Instant.parse("2026-11-23T16:30:05Z"), LocalDate.of(2026, 11, 24));
    private static final Sheet<Job> SHEET = Sheet.<Job>named("web.gallery.jobs")
            .text("web.gallery.job", Job::name)
            .number("web.gallery.gpus", Job::gpus)
            .money("web.gallery.sum.own", Job::cost)
            .moment("web.gallery.due", Job::at)
            .date("web.gallery.form.when", Job::day);

    @Autowired
    private Sheets sheets;

    @Autowired
    private Messages messages;

    @Test
    void writesCsvThatExcelReadsAsUnicodeWithUnitAndZoneInTheHeadings() {
        var lines = csv(Lang.ZH, List.of(JOB));
        assertThat(lines)
                .isEqualTo(
                        "\uFEFF作业,GPU 数,企业自付（元）,期限（北京时间 UTC+8）,开始时间\r\n\"清洗, \"\"第一轮\"\"\",8,1234567.89,2026-11-24 00:30:05,2026-11-24\r\n");
        assertThat(csv(Lang.EN, List.of(JOB))).contains("Own part (yuan)", "(Asia/Shanghai, UTC+8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "  =1",
                "　＝1"
            })
    void neverWritesATextThatASpreadsheetRuns(String text) {
        assertThat(SheetText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"中庭科技", "a=b", "3-4", "91310000MA1K", ""})
    void leavesOtherTextsAlone(String text) {
        assertThat(SheetText.harmless(text)).isEqualTo(text);
    }

    @Test
    void writesXlsxWithTypedCells() throws IOException {
        var formula = new Job("=1+1", 1, null, JOB.at(), JOB.day());
        var answer = sheets.answer(SHEET, SheetRows.of(List.of(JOB, formula)), ask(SheetFormat.XLSX, Lang.ZH));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Objects.requireNonNull(answer.getBody())))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(2)).isEqualTo("企业自付（元）");
            assertThat(rows.get(1).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo(new BigDecimal("1234567.89"));
            assertThat(rows.get(1).getCellAsDate(3).orElseThrow()).isEqualTo("2026-11-24T00:30:05");
            assertThat(rows.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(2).getOptionalCell(2)).isEmpty();
            assertThat(book.getSheet(1).orElseThrow().read().get(2).getCellText(1))
                    .isEqualTo("2");
        }
    }

    @Test
    void namesTheFileAfterTheListAndTheDay() {
        var headers = sheets.answer(SHEET, SheetRows.of(List.of(JOB)), ask(SheetFormat.CSV, Lang.ZH))
                .getHeaders();
        assertThat(headers.getContentDisposition().getFilename()).matches("算力作业-\\d{4}-\\d\\d-\\d\\d\\.csv");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void readsEveryPageOfALongList() {
        var jobs = IntStream.range(0, 450)
                .mapToObj(number -> new Job("作业" + number, number, null, JOB.at(), JOB.day()))
                .toList();
        var rows = SheetRows.paged(
                jobs.size(),
                (page, size) ->
                        jobs.stream().skip((page - 1L) * size).limit(size).toList());
        var body = sheets.answer(SHEET, rows, ask(SheetFormat.CSV, Lang.ZH)).getBody();
        assertThat(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8).lines())
                .hasSize(451);
    }

    @Test
    void refusesTooManyRowsBeforeReadingAny() {
        var rows = SheetRows.<Job>paged(Sheets.ROWS_MAX + 1L, (_, _) -> {
            throw new AssertionError("read");
        });
        assertThatThrownBy(() -> sheets.answer(SHEET, rows, ask(SheetFormat.CSV, Lang.ZH)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(SheetRefusal.EXPORT_TOO_LARGE));
    }

    private String csv(Lang lang, List<Job> jobs) {
        var body = sheets.answer(SHEET, SheetRows.of(jobs), ask(SheetFormat.CSV, lang))
                .getBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private SheetAsk ask(SheetFormat format, Lang lang) {
        return new SheetAsk(format, new ListQuery("/jobs/export", new TreeMap<>(), "", 1, 20), text(lang));
    }

    private Text text(Lang lang) {
        return messages.in(lang);
    }
}
