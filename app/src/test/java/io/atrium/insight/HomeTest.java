// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The home page of each role.
@AtriumTest
class HomeTest {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");
    private static final Pattern TOTAL = Pattern.compile("共 ([0-9,]+) 条");

    @Autowired
    private House house;

    private List<Resident> everyRole() {
        var owner = house.firmOwner();
        return List.of(
                owner,
                house.member(owner.organisation(), Role.FIRM_FINANCE),
                house.member(owner.organisation(), Role.FIRM_ENGINEER),
                house.resident(OrgKind.COMMUNITY, Role.STEWARD),
                house.officer(),
                house.provider(),
                house.resident(OrgKind.BANK, Role.BANK_STAFF),
                house.auditor(),
                house.operator(),
                house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR));
    }

    @Test
    @Tag("HOME-1")
    void theFirstBlockIsWhatNeedsTheReaderOrWhatToDoInstead() {
        for (var resident : everyRole()) {
            var page = house.browser(resident).get("/").document();
            assertThat(page.select("main h2").eachText()).first().isEqualTo("现在需要您处理");
            var items = page.select("section[aria-labelledby=now] .atrium-desk__item");
            assertThat(items).hasSizeLessThanOrEqualTo(HomePages.ITEMS_MAX);
            items.forEach(item -> assertThat(item.select(".atrium-button")).hasSize(1));
            var dues = items.select("time").eachAttr("datetime");
            assertThat(dues).isSorted();
            if (items.isEmpty()) {
                assertThat(page.select("section[aria-labelledby=now] a"))
                        .as(resident.actor().roles().toString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    @Tag("HOME-2")
    void theNumberOfEveryTileIsTheTotalOfTheListThatItLeadsTo() {
        for (var resident : everyRole()) {
            var browser = house.browser(resident);
            var tiles = browser.get("/").document().select(".atrium-tile");
            assertThat(tiles).as(resident.actor().roles().toString()).hasSizeLessThanOrEqualTo(HomePages.TILES_MAX);
            tiles.forEach(tile -> assertProves(browser, tile));
        }
    }

    private static void assertProves(Browser browser, Element tile) {
        assertThat(tile.hasAttr("href")).as(tile.text()).isTrue();
        var list = browser.get(tile.attr("href"));
        assertThat(list.status()).as(tile.attr("href")).isEqualTo(200);
        if (tile.text().contains("元")) {
            return; // an amount: the list adds it up itself
        }
        var value = tile.expectFirst(".atrium-tile__value").ownText();
        if (value.equals("0") && !list.document().select(".atrium-empty").isEmpty()) {
            return; // nothing there, and the list says so
        }
        var totals =
                TOTAL.matcher(list.text()).results().map(hit -> hit.group(1)).toList();
        var isOverview = list.document().select("table").size() > 1; // of several lists, none of which is the number
        if (!totals.isEmpty() && !isOverview) {
            assertThat(totals).as(tile.text() + " " + tile.attr("href")).contains(value);
        } else {
            assertThat(NUMBER.matcher(list.text()).results().map(hit -> hit.group()))
                    .as(tile.text() + " " + tile.attr("href"))
                    .contains(value);
        }
    }

    @Test
    @Tag("HOME-7")
    void theAuditorSeesWhetherLedgerAndTrailHold() {
        var browser = house.browser(house.auditor());
        var tiles = browser.get("/").document().select(".atrium-tile");
        assertThat(tiles.eachText())
                .anySatisfy(tile -> assertThat(tile).contains("试算平衡差额", "0.00", "复核一致"))
                .anySatisfy(tile -> assertThat(tile).contains("今日审计记录"))
                .anySatisfy(tile -> assertThat(tile).contains("全部审计记录", "哈希链相符"))
                .anySatisfy(tile -> assertThat(tile).contains("本月账单", "合计"));
        assertThat(tiles.eachAttr("href")).contains("/ledger", "/audit");
    }

    @Test
    @Tag("HOME-1")
    void whatDoesNotFitOnTheHomeStandsOnTheListOfAllThatIsToDo() {
        var browser = house.browser(house.operator());
        var all = browser.get("/to-dos").document();
        var counted = all.select(".atrium-tabs__count").eachText().stream().map(Integer::valueOf);
        assertThat(counted.findFirst())
                .hasValue(all.select(".atrium-desk__item").size());
        assertThat(house.visitor().get("/to-dos").path()).startsWith("/sign-in");
    }

    @Test
    @Tag("FRM-7")
    void numbersSayWhenTheyWereTrueAndWhereTheyComeFrom() {
        assertThat(house.browser(house.operator()).get("/").text()).contains("更新于", "来源：本系统实时数据");
        assertThat(house.visitor().get("/").text()).contains("更新于", "来源：本系统实时数据");
    }

    @Test
    @Tag("HOME-9")
    void pagesCanBePinnedAndRecordsAreFoundAgain() {
        var browser = house.browser(house.firmOwner());
        browser.get("/policies/demo-compute-voucher");
        var form = browser.get("/shortcuts");
        assertThat(form.document().select("input[name=pages]").eachAttr("value"))
                .contains("/jobs", "/vouchers");
        var home = browser.submit(form, "form[action=/shortcuts]", Map.of("pages", "/vouchers"))
                .document();
        assertThat(shortcuts(home))
                .contains("/vouchers", "/policies/demo-compute-voucher")
                .doesNotContain("/jobs");
        assertThat(shortcuts(house.browser(house.firmOwner()).get("/").document()))
                .doesNotContain("/vouchers", "/policies/demo-compute-voucher");
    }

    private static List<String> shortcuts(Document home) {
        return home.select("section[aria-labelledby=shortcuts] a").eachAttr("href");
    }

    @Test
    @Tag("HOME-8")
    void aStrangerSeesPoliciesPricesAndTheWayInWithoutSigningIn() {
        for (var language : List.of("zh-CN", "en")) {
            var visitor = house.visitor().in(language);
            var front = visitor.get("/").document();
            assertThat(front.select("h1")).hasSize(1);
            var links = front.select("main a").eachAttr("href");
            assertThat(links).contains("/join", "/policies", "/prices", "/policies/demo-compute-voucher");
            for (var href : links) {
                assertThat(visitor.get(href).status()).as(href).isEqualTo(200);
            }
            assertThat(visitor.get("/join").document().select(".atrium-way > li"))
                    .hasSize(5);
        }
    }
}
