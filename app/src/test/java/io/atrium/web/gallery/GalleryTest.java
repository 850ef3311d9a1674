// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.web.component.Form;
import org.jsoup.nodes.Document;
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
    void tablesHaveACaptionAndScopedHeadings() {
        for (var table : gallery("zh-CN").select("table")) {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th:not([scope])")).isEmpty();
        }
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
        assertThat(page.select("form[role=search] a").attr("href")).isEqualTo("/gallery");
    }

    @Test
    void aRefusedFormKeepsTheAnswersAndLinksEachErrorToItsField() {
        var page = gallery("en");
        assertThat(page.select("#field-count").attr("value")).isEqualTo("many");
        assertThat(page.select("#field-count").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#field-count-error").text()).endsWith("Enter a whole number from 1 to 1,024");
        assertThat(page.select("#errors a[href=#field-count]").text())
                .isEqualTo("Enter a whole number from 1 to 1,024");
    }

    @Test
    void formsCarryTokenAndRequestKey() {
        var form = gallery("zh-CN").select("form[method=post]:has([name=job_name])");
        assertThat(form.select("input[name=_csrf]")).hasSize(1);
        assertThat(form.select("input[name=" + Form.KEY_FIELD + "]").attr("value"))
                .isEqualTo("gallery-example");
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
    }

    private Document gallery(String language) {
        return house.visitor().in(language).get("/gallery").document();
    }
}
