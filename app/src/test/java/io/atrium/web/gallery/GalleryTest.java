// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.web.component.Form;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What the markup of every component must have; how it looks is for eyes.
@AtriumTest
class GalleryTest {

    @Autowired
    private House house;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyControlHasALabelAndEveryIdIsUnique(String language) {
        var page = gallery(language);
        for (var control : page.select("input:not([type=hidden]), select, textarea")) {
            var labelled = control.closest("label") != null
                    || !page.select("label[for=" + control.id() + "]").isEmpty();
            assertThat(labelled).as(control.outerHtml()).isTrue();
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void nothingIsLeftUntranslated(String language) {
        assertThat(gallery(language).text()).doesNotContain("web.", "component.", "{0}");
    }

    @Test
    @Tag("A11-2")
    void tablesHaveACaptionAndScopedHeadings() {
        for (var table : gallery("zh-CN").select("table")) {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th:not([scope])")).isEmpty();
        }
    }

    @Test
    @Tag("EMP-1")
    @Tag("EMP-2")
    void anEmptyListSaysWhyInOneSentenceAndOffersOneAction() {
        var empties = gallery("zh-CN").select(".atrium-empty");
        assertThat(empties.select("p:first-child").eachText())
                .containsExactly(
                        "还没有作业。提交第一个作业后，进度和费用会显示在这里。", "没有符合条件的“算力作业”。", "您当前的角色看不到这里的内容。", "内容没有加载出来，已有的数据不受影响。");
        assertThat(empties)
                .allSatisfy(empty -> assertThat(empty.select("a[href]")).hasSize(1));
        assertThat(empties.select("a").eachText()).containsExactly("提交作业", "清除筛选条件", "查看向谁申请", "重新加载");
    }

    @Test
    void aSortedColumnSaysSo() {
        var page = house.visitor().get("/gallery?sort=-due").document();
        assertThat(page.select("th[aria-sort=descending] a").attr("href")).isEqualTo("/gallery?sort=due");
    }

    @Test
    void aFilterCanBeTakenOffAndPagesKeepIt() {
        var page = house.visitor().get("/gallery?name=abc&page=2").document();
        assertThat(page.select("form[role=search] input[name=name]").attr("value"))
                .isEqualTo("abc");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/gallery?name=abc&page=3");
        assertThat(page.select(".atrium-table__chip").eachAttr("href")).containsOnly("/gallery");
    }

    @Test
    @Tag("ERR-4")
    @Tag("FOR-2")
    void aRefusedFormKeepsTheAnswersAndLinksEachErrorToItsField() {
        var page = gallery("en");
        assertThat(page.select("#field-count").attr("value")).isEqualTo("many");
        assertThat(page.select("#field-count").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#field-count-error").text()).endsWith("Enter a whole number from 1 to 1,024");
        assertThat(page.select("#errors a[href=#field-count]").text())
                .isEqualTo("Enter a whole number from 1 to 1,024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("FOR-1")
    void questionsStandInOneColumnWithLabelHintAndControlInThisOrder(String language) {
        var form = gallery(language).select("form[method=post]:has([name=job_name])");
        var name = form.select(".atrium-field:has([name=job_name])");
        assertThat(name.select("label, .atrium-field__hint, input"))
                .extracting(Element::tagName)
                .first()
                .isEqualTo("label");
        assertThat(Objects.requireNonNull(
                                name.select("label, .atrium-field__hint, input").last())
                        .tagName())
                .isEqualTo("input");
        assertThat(form.select("[placeholder]")).isEmpty();
        assertThat(form.text()).doesNotContain("*");
        assertThat(form.select(".atrium-field:has([name=note]) label").text())
                .contains(language.equals("en") ? "(optional)" : "（选填）");
        assertThat(form.select("label:contains(选填), label:contains(optional)")).hasSize(2);
    }

    @Test
    @Tag("HTX-7")
    void formsCarryTokenAndRequestKey() {
        var form = gallery("zh-CN").select("form[method=post]:has([name=job_name])");
        assertThat(form.select("input[name=_csrf]")).hasSize(1);
        assertThat(form.select("input[name=" + Form.KEY_FIELD + "]").attr("value"))
                .isEqualTo("gallery-example");
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
    }

    @Test
    @Tag("I18-7")
    void aDeadlineIsCountedInWorkingDaysAndLeadsToTheirCalendar() {
        var dues = gallery("zh-CN").select(".atrium-due");
        assertThat(dues.select(":contains(个工作日)"))
                .isNotEmpty()
                .allSatisfy(due -> assertThat(due.attr("href")).isEqualTo("/working-days"));
        assertThat(gallery("zh-CN").select("footer a[href=/working-days]").text())
                .isEqualTo("工作日历");
    }

    @Test
    @Tag("CHT-2")
    @Tag("A11-1")
    void aChartStandsBesideTheTableOfItsNumbersAndIsDescribed() {
        var figure = gallery("en").select("figure.atrium-chart");
        assertThat(figure.select("atrium-chart").attr("data-description")).contains("training", "January");
        assertThat(figure.select("details[open] tbody td").eachAttr("data-value"))
                .containsExactly("31200", "12400", "28750", "17900", "36480", "21060");
        assertThat(figure.select("caption").text()).contains("GPU hours");
        assertThat(figure.select(".atrium-chart__patterns").hasAttr("hidden")).isTrue();
    }

    private Document gallery(String language) {
        return house.visitor().in(language).get("/gallery").document();
    }
}
