// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.RequestKey;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What every list can do, tried on the gallery's.
@AtriumTest
class ListPagesTest {

    private static final String SAVE = "form[action=/saved-views]";
    private static final String SHAPE = ".atrium-table__shape form";

    @Autowired
    private House house;

    @Autowired
    private SavedViews views;

    private Resident reader;
    private Browser browser;

    @BeforeEach
    void signIn() {
        reader = house.firmOwner();
        browser = house.browser(reader);
    }

    @Test
    @Tag("TAB-1")
    void aTableHasACaptionScopedSortableHeadingsAndAMenuInEachRow() {
        var table = browser.get("/gallery").document().select("table:has(.atrium-row-menu)");
        assertThat(table).hasSize(1);
        assertThat(table.select("caption").text()).contains("算力作业", "共 137 条");
        assertThat(table.select("thead th:not([scope=col]), tbody th:not([scope=row])"))
                .isEmpty();
        assertThat(table.select("th[aria-sort=none] a")).hasSize(3);
        assertThat(table.select("tbody tr .atrium-row-menu summary").eachText())
                .allMatch(label -> label.startsWith("操作 "));
        assertThat(table.select(".atrium-row-menu a[href]")).isNotEmpty();
        assertThat(house.visitor().get("/gallery").document().select("link[rel=stylesheet]"))
                .isNotEmpty();
    }

    @Test
    @Tag("TAB-2")
    void anAppliedFilterIsAChipThatTakesItOff() {
        var chip = browser.get("/gallery?name=abc&sort=due").document().select(".atrium-table__chip");
        assertThat(chip).hasSize(1);
        assertThat(chip.text()).startsWith("作业：abc");
        assertThat(chip.attr("aria-label")).isEqualTo("去掉条件“作业：abc”");
        assertThat(chip.attr("href")).isEqualTo("/gallery?sort=due");
    }

    @Test
    @Tag("TAB-2")
    void aViewIsKeptUnderANameAndLinkedOnItsList() {
        var filtered = browser.get("/gallery?name=%E8%AF%84%E6%B5%8B%20%26%20x");
        var form =
                browser.get(filtered.document().select(".atrium-table__views a").attr("href"));
        assertThat(browser.submit(form, SAVE, Map.of("name", " ")).status()).isEqualTo(422);
        var list = browser.submit(form, SAVE, Map.of("name", "评测作业"));
        assertThat(list.text()).contains("已保存视图“评测作业”");
        var link = list.document().select(".atrium-table__views a[aria-current=true]");
        assertThat(link.text()).isEqualTo("评测作业");
        assertThat(browser.get(link.attr("href"))
                        .document()
                        .select("form[role=search] input[name=name]")
                        .attr("value"))
                .isEqualTo("评测 & x");
        assertThat(house.browser(house.firmOwner()).get("/gallery").text()).doesNotContain("评测作业");
    }

    @Test
    @Tag("TAB-2")
    void aListHoldsOnlySoManyViews() {
        for (int number = 0; number < SavedViews.PER_LIST_MAX; number++) {
            assertThat(save("视图" + number)).isInstanceOf(SaveOutcome.Saved.class);
        }
        assertThat(save("再一个")).isInstanceOf(SaveOutcome.Refused.class);
        assertThat(save("视图3")).as("the same name replaces").isInstanceOf(SaveOutcome.Saved.class);
    }

    @Test
    @Tag("TAB-3")
    void pageAndTotalStandInTheTitle() {
        assertThat(browser.get("/gallery?page=2").document().title()).startsWith("组件示例（第 2 页，共 7 页，137 条）");
        assertThat(browser.in("en").get("/gallery?size=100").document().title())
                .startsWith("Components (page 1 of 2, 137 entries)");
        assertThat(browser.get("/gallery")
                        .document()
                        .select(".atrium-pagination__sizes")
                        .text())
                .contains("20", "50", "100");
    }

    @Test
    @Tag("TAB-4")
    void columnsAndDensityAreChosenInTheAddressAndRemembered() {
        var asked =
                browser.get("/gallery?columns=job&columns=gpus&density=compact").document();
        assertThat(asked.select(".atrium-table__grid").getFirst().classNames())
                .contains(
                        "atrium-table__grid--compact", "atrium-table__grid--without-2", "atrium-table__grid--without-5")
                .doesNotContain("atrium-table__grid--without-1", "atrium-table__grid--without-4");
        assertThat(asked.select("a[rel=next]").attr("href")).contains("columns=job&columns=gpus&density=compact");
        assertThat(classes(browser.get("/gallery")))
                .as("a link is not a choice")
                .hasSize(1);
        browser.submit(browser.get("/gallery"), SHAPE, Map.of("density", "compact"));
        assertThat(classes(browser.get("/gallery"))).contains("atrium-table__grid--compact");
        assertThat(classes(house.visitor().get("/gallery"))).hasSize(1);
    }

    @Test
    @Tag("TAB-6")
    void severalViewsGoAtOnceAfterTheEffectIsShownAndEachRowSaysWhatCameOfIt() {
        var first = ((SaveOutcome.Saved) save("甲")).view().id();
        var second = ((SaveOutcome.Saved) save("乙")).view().id();
        var list = browser.get("/saved-views");
        assertThat(list.document().select("form.atrium-table__bulk input[name=chosen]"))
                .hasSize(2);
        var confirm = browser.get("/saved-views/removal?chosen=" + first + "&chosen=" + second);
        assertThat(confirm.text()).contains("2 个视图将被删除", "甲", "乙");
        assertThat(views.all(reader.actor())).as("nothing has happened yet").hasSize(2);
        views.remove(reader.actor(), second);
        var form = browser.get("/saved-views/removal?chosen=" + first);
        var result = browser.submit(form, "form[action=/saved-views/removal]", Map.of("chosen", first + "," + second));
        assertThat(result.document().select("tbody tr").eachText()).containsExactly("甲 已删除", "（已不存在的视图） 未删除 该视图已不存在");
        assertThat(browser.get("/saved-views/removal").text()).contains("没有选中任何条目");
    }

    @Test
    void nobodyRemovesTheViewOfAnother() {
        var id = ((SaveOutcome.Saved) save("我的")).view().id();
        assertThat(views.remove(house.firmOwner().actor(), id)).isFalse();
        assertThat(views.all(reader.actor())).hasSize(1);
    }

    private static Set<String> classes(Browser.Page page) {
        return page.document().select(".atrium-table__grid").getFirst().classNames();
    }

    private SaveOutcome save(String name) {
        return views.save(new SaveView(
                new RequestKey("view-" + reader.login() + "-" + name.hashCode()),
                reader.actor(),
                "/gallery",
                name,
                "name=" + name));
    }
}
