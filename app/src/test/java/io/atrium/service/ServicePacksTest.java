// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.Round.Cast;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Service packs from the promise to the firm's word, at the front door and on pages.
@AtriumTest
class ServicePacksTest {

    @Autowired
    Round round;

    @Autowired
    House house;

    @Autowired
    ServicePacks packs;

    @Autowired
    BusinessClock clock;

    private Cast cast;
    private Resident officer;

    @BeforeEach
    void aFirmHasAStewardAndADepartmentPromisesSomething() {
        cast = round.cast();
        officer = house.officer();
    }

    private WritePack.Line line(@Nullable ItemId item, String words, int days) {
        return new WritePack.Line(
                item, words, officer.organisation(), clock.today().plusDays(days));
    }

    private PackView write(int seen, WritePack.Line... lines) {
        OrgId firm = cast.firm().organisation();
        var id = packs.write(
                cast.steward().actor(), new WritePack(Round.key(), firm, seen, "年度服务包", "首次编制", List.of(lines)));
        return packs.find(cast.firm().actor(), id).orElseThrow();
    }

    private ItemState move(Resident who, ItemView item, ItemMove move, String words) {
        return packs.move(who.actor(), new MoveItem(Round.key(), item.id(), move, words));
    }

    private static void refused(ThrowingCallable move, RefusalCode code) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aPromiseIsKeptWhenTheFirmSaysSo() {
        var item = write(0, line(null, "增加一间房", 5)).items().getFirst();
        assertThat(move(officer, item, ItemMove.PROGRESS, "已看房")).isEqualTo(ItemState.IN_WORK);
        assertThat(move(officer, item, ItemMove.FINISH, "已交付")).isEqualTo(ItemState.DONE);
        refused(() -> move(officer, item, ItemMove.CONFIRM, ""), CommonRefusal.NOT_ALLOWED);
        refused(() -> move(cast.firm(), item, ItemMove.REOPEN, " "), ServiceRefusal.PACK_STEP_LENGTH);
        assertThat(move(cast.firm(), item, ItemMove.REOPEN, "缺网络")).isEqualTo(ItemState.IN_WORK);
        refused(() -> move(cast.firm(), item, ItemMove.CONFIRM, ""), ServiceRefusal.PACK_ITEM_NOT_NOW);
        move(officer, item, ItemMove.FINISH, "网络已通");
        assertThat(move(cast.firm(), item, ItemMove.CONFIRM, "")).isEqualTo(ItemState.CONFIRMED);
        assertThat(packs.steps(item)).hasSize(5);
    }

    @Test
    void aChangeIsANewVersionAndWhatTheFirmConfirmedStays() {
        var first = write(0, line(null, "增加一间房", 5), line(null, "对接银行", 9));
        var room = first.items().getFirst();
        move(officer, room, ItemMove.FINISH, "已交付");
        move(cast.firm(), room, ItemMove.CONFIRM, "");
        refused(() -> write(0, line(null, "别的", 5)), CommonRefusal.CHANGED_MEANWHILE);
        var second = write(1, line(null, "人才公寓", 7));
        assertThat(second.items()).extracting(ItemView::words).containsExactly("增加一间房", "人才公寓");
        var versions = packs.versions(cast.firm().actor(), second.id());
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().lines())
                .extracting(PackVersion.Line::words)
                .containsExactly("增加一间房", "对接银行");
        refused(() -> write(2, line(null, "昨天", -1)), ServiceRefusal.PACK_DAY);
        refused(() -> write(2), ServiceRefusal.PACK_LINES);
    }

    @Test
    void aUnitIsRemindedOnceAndSeesItsOwnPromisesOnly() {
        var other = house.officer();
        var theirs = new WritePack.Line(
                null, "别家的事", other.organisation(), clock.today().plusDays(9));
        var pack = write(0, line(null, "增加一间房", 1), theirs);
        packs.sweep();
        packs.sweep();
        assertThat(house.browser(officer).get("/inbox").text()).contains("消息（2 条）", "即将到期");
        var seen = packs.find(officer.actor(), pack.id()).orElseThrow();
        assertThat(seen.items()).extracting(ItemView::words).containsExactly("增加一间房");
        assertThat(packs.versions(officer.actor(), pack.id())).isEmpty();
        assertThat(house.browser(officer).get("/").text()).contains("服务事项：增加一间房");
    }

    @Test
    void pagesWriteShowReportAndConfirm() {
        var browser = house.browser(cast.steward());
        var form = browser.get("/service-packs/new?firm=" + cast.firm().organisation());
        var day = clock.today().plusDays(5).toString();
        var wrong = browser.submit(
                form,
                "form[action='/service-packs']",
                Map.of("title", "年度服务包", "reason", "首次编制", "item-1-words", "增加一间房", "item-1-day", day));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("请选择服务事项 1 的承办单位");
        var written = browser.submit(
                wrong,
                "form[action='/service-packs']",
                Map.of("item-1-unit", officer.organisation().value()));
        assertThat(written.text()).contains("服务包已生效", "增加一间房", "待办理");
        var next = browser.get("/service-packs/new?firm=" + cast.firm().organisation());
        var second = browser.submit(
                next, "form[action='/service-packs']", Map.of("reason", "企业要求", "item-1-words", "增加两间房"));
        assertThat(second.text()).contains("这一版改了什么", "“增加一间房”改为“增加两间房”");
        assertThat(browser.get(second.path() + "?version=1").text()).contains("这是第 1 版", "增加一间房");
        var pack = packs.ofFirm(cast.firm().actor(), cast.firm().organisation()).orElseThrow();
        var item = "/service-items/" + pack.items().getFirst().id();
        var unit = house.browser(officer);
        unit.submit(unit.get(item), "form:has(input[value=FINISH])", Map.of("words-FINISH", "已交付"));
        var firm = house.browser(cast.firm());
        assertThat(firm.get("/").text()).contains("请确认：增加两间房");
        var confirmed = firm.submit(firm.get(item), "form:has(input[value=CONFIRM])", Map.of());
        assertThat(confirmed.text()).contains("企业已确认", "已交付");
        var sheet = firm.submit(firm.get(second.path()), "form[action$='/sheet']", Map.of());
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(firm.in("en").get(second.path()).text()).contains("Confirmed", "What this version changed");
    }

    @Test
    void anotherFirmAndAnotherUnitFindNothing() {
        var pack = write(0, line(null, "增加一间房", 5));
        var item = pack.items().getFirst();
        for (var stranger : List.of(house.firmOwner(), house.officer())) {
            assertThat(packs.find(stranger.actor(), pack.id())).isEmpty();
            assertThat(packs.findItem(stranger.actor(), item.id())).isEmpty();
            assertThat(packs.list(stranger.actor(), 0, 10)).isEmpty();
            refused(() -> move(stranger, item, ItemMove.FINISH, "x"), CommonRefusal.NOT_FOUND);
            var browser = house.browser(stranger);
            assertThat(browser.get("/service-packs/" + pack.id()).status()).isEqualTo(404);
            assertThat(browser.get("/service-items/" + item.id()).status()).isEqualTo(404);
            assertThat(browser.get("/service-packs/new").status()).isEqualTo(403);
            var api = house.api(stranger);
            assertThat(api.get("/api/v1/service-packs/" + pack.id()).status()).isEqualTo(404);
            assertThat(api.get("/api/v1/service-packs").text())
                    .doesNotContain(pack.id().value());
        }
        var api = house.api(cast.firm());
        assertThat(api.get("/api/v1/service-packs/" + pack.id()).text()).contains("增加一间房");
        var moved = api.post("/api/v1/service-items/" + item.id() + "/steps", Map.of("move", "CONFIRM"));
        assertThat(moved.status()).isEqualTo(409);
    }
}
