// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What pages must not depend on: colour, hovering, dragging, a screen; read in templates, style sheets and scripts.
class PlainMeansTest {

    private static final Path PAGES = Path.of("src/main/jte");
    private static final Pattern HOVER = Pattern.compile("[^{}]*:hover[^{]*\\{([^}]*)}");
    private static final Pattern OPENS =
            Pattern.compile("\\b(display|visibility|content|opacity|height|clip-path)\\s*:");
    private static final Pattern TITLE = Pattern.compile("<(?!svg|abbr|iframe)[a-z0-9-]+[^>]*\\stitle=\"");
    private static final Pattern DRAGGED = Pattern.compile(
            "draggable|dragstart|drop\"|pointerdown|pointermove|mousedown|mousemove|touchstart|touchmove"
                    + "|dataZoom|roam|brush");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsl\\(");

    @Test
    @Tag("A11-3")
    void everyToneIsAWordInAStrokeOfItsOwn() throws IOException {
        assertThat(read("component/tag/tag.jte")).contains(">${t.of(tag.key())}</span>");
        var css = read("component/tag/tag.css");
        assertThat(css)
                .contains(".atrium-tag--wait { border-left: 4px dashed")
                .contains(".atrium-tag--bad { border-left: 4px double")
                .contains(".atrium-tag--info { border-left: 4px dotted");
        assertThat(read("component/due/due.jte")).contains("${due.left(t)}");
        assertThat(read("component/chart/figure.js"))
                .as("lines differ by their marks, all series by patterns")
                .contains("symbol: [\"circle\", \"rect\", \"triangle\", \"diamond\", \"pin\", \"arrow\"][i]")
                .contains("decal: { show: Boolean(this.patterns) }");
    }

    @Test
    @Tag("A11-7")
    void nothingOpensOnHoverButTheNumbersOfAChartWhichEscapePutsAway() throws IOException {
        for (var sheet : files(".css")) {
            HOVER.matcher(Files.readString(sheet))
                    .results()
                    .forEach(rule -> assertThat(OPENS.matcher(rule.group(1)).find())
                            .as(sheet + rule.group())
                            .isFalse());
        }
        for (var template : files(".jte")) {
            assertThat(TITLE.matcher(Files.readString(template)).find())
                    .as("a tooltip in " + template)
                    .isFalse();
        }
        assertThat(read("component/chart/figure.js"))
                .contains("event.key === \"Escape\") this.chart.dispatchAction({ type: \"hideTip\" })");
    }

    @Test
    @Tag("A11-12")
    void nothingIsDragged() throws IOException {
        for (var suffix : List.of(".js", ".jte")) {
            for (var file : files(suffix)) {
                assertThat(DRAGGED.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    @Tag("A11-18")
    void whatChangesWithoutANewPageIsSaidByAStatus() throws IOException {
        assertThat(read("layout/page.jte"))
                .contains("id=\"atrium-flash\" role=\"status\"")
                .contains("id=\"atrium-say\" role=\"status\"");
        assertThat(read("component/live/live.js")).contains("getElementById(\"atrium-say\").textContent");
        for (var part : List.of("compute/job.jte", "operation/_progress.jte")) {
            assertThat(read(part)).as(part).contains("data-say");
        }
        assertThat(read("component/log/log.jte")).contains("role=\"log\"").contains("role=\"status\"");
        assertThat(read("component/form/errors.jte")).contains("role=\"alert\"");
        assertThat(read("component/form/draft.jte")).contains("role=\"status\"");
        assertThat(read("component/table/table.jte")).contains("role=\"status\" data-bulk-count");
        assertThat(read("component/chart/chart.jte")).contains("aria-pressed");
        assertThat(read("compute/job-form.jte")).contains("aria-live=\"polite\"");
    }

    @Test
    @Tag("CHT-1")
    void aChartHasItsTitleItsUnitOneAxisAndBarsFromZero() throws IOException {
        assertThat(read("component/chart/chart.jte"))
                .contains("atrium-chart__title\">${chart.title()}")
                .contains("data-unit=\"${chart.unit()}\"");
        assertThat(read("component/chart/figure.js"))
                .contains("yAxis: { type: \"value\", min: bars ? 0 : undefined, name: this.dataset.unit")
                .doesNotContain("yAxis: [", "yAxisIndex");
    }

    @Test
    @Tag("CHT-3")
    void chartsTakeTheirColoursFromTheOnePalette() throws IOException {
        assertThat(COLOUR.matcher(read("component/chart/figure.js")).find()).isFalse();
        assertThat(read("component/chart/figure.js")).contains("colour(`--chart-${head.dataset.colour}`)");
        for (var theme : List.of("layout/tokens.css", "layout/dark.css")) {
            for (int place = 1; place <= 6; place++) {
                assertThat(read(theme)).as(theme).containsPattern("--chart-" + place + ": #[0-9a-f]{6}");
            }
        }
    }

    @Test
    @Tag("I18-12")
    void chartsSpeakTheLanguageOfThePage() throws IOException {
        assertThat(read("component/chart/figure.js"))
                .contains("locale: document.documentElement.lang.startsWith(\"zh\") ? \"ZH\" : \"EN\"");
    }

    @Test
    @Tag("PDF-1")
    @Tag("CHT-5")
    void paperIsA4WithoutNavigationWithAddressesWholeRowsAndGreyCharts() throws IOException {
        var print = read("layout/print.css");
        assertThat(print)
                .contains("@page { size: A4;", "body { background: #fff; color: #000; }")
                .contains(".atrium-table__grid thead { display: table-header-group; }")
                .contains(".atrium-table__grid tr, .atrium-timeline__entry { break-inside: avoid; }")
                .contains("content: \" (\" attr(href) \")\"")
                .contains(".atrium-chart { break-inside: avoid; filter: grayscale(1); }");
        var hidden = print.substring(print.indexOf(".atrium-nav"), print.indexOf("{ display: none; }"));
        assertThat(hidden)
                .contains(".atrium-nav", ".atrium-header__tools", ".atrium-skip", ".atrium-breadcrumb")
                .contains(".atrium-table__filter", ".atrium-pagination", ".atrium-actions", ".atrium-tabs");
    }

    private static String read(String file) throws IOException {
        return Files.readString(PAGES.resolve(file));
    }

    /// Works of others are left out; what dmn-js does by dragging or hovering, the plain forms do too.
    private static List<Path> files(String suffix) throws IOException {
        try (var found = Files.walk(PAGES)) {
            return found.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains(".min."))
                    .toList();
        }
    }
}
