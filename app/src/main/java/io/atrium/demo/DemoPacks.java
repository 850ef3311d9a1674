// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.ItemMove;
import io.atrium.service.ItemView;
import io.atrium.service.MoveItem;
import io.atrium.service.ServicePacks;
import io.atrium.service.WritePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// A service pack of the invented community's first firm, in its second version, with promises in every state.
@Component
class DemoPacks {

    private final ServicePacks packs;
    private final BusinessClock clock;

    DemoPacks(ServicePacks packs, BusinessClock clock) {
        this.packs = packs;
        this.clock = clock;
    }

    /// Its days are those of the first time: once it is there, nothing is laid again.
    void lay(Map<String, Actor> people, Map<String, OrgId> places) {
        var steward = actor(people, "steward1");
        var firm = actor(people, "firm1");
        if (packs.ofFirm(steward, firm.organisation()).isPresent()) {
            return;
        }
        var industry = Objects.requireNonNull(places.get("department-industry"));
        var community = Objects.requireNonNull(places.get("community"));
        var finance = Objects.requireNonNull(places.get("department-finance"));
        var room = new WritePack.Line(null, "同层增加 20 个工位的房间", community, day(25));
        var permits = new WritePack.Line(null, "协助两名外籍研究员续办工作许可", industry, day(9));
        var training = new WritePack.Line(null, "算法备案专题辅导一次", industry, day(2));
        write(people, firm.organisation(), 0, "首次编制，依据走访记录", List.of(room, permits, training));
        var items = items(steward, firm);
        move(people, items.get(2), "officer.industry", ItemMove.FINISH, "已在 A 座 2 层完成辅导，企业 3 人参加。");
        move(people, items.get(2), "firm1", ItemMove.CONFIRM, "材料清单很清楚。");
        move(people, items.get(1), "officer.industry", ItemMove.FINISH, "两人的续签材料已受理。");
        move(people, items.get(0), "steward1", ItemMove.PROGRESS, "已看过两处房间，企业倾向东侧一间。");
        write(
                people,
                firm.organisation(),
                1,
                "企业要求推迟看房，新增融资对接",
                List.of(
                        again(items.get(0), day(40)),
                        again(items.get(1), items.get(1).dueOn()),
                        new WritePack.Line(null, "对接两家银行的知识产权质押贷款", finance, day(15))));
    }

    private void write(Map<String, Actor> people, OrgId firm, int seen, String reason, List<WritePack.Line> lines) {
        packs.write(
                actor(people, "steward1"),
                new WritePack(
                        new RequestKey("demo-pack-" + seen + "-" + clock.today()),
                        firm,
                        seen,
                        "重点企业服务包",
                        reason,
                        lines));
    }

    private List<ItemView> items(Actor steward, Actor firm) {
        return packs.ofFirm(steward, firm.organisation()).orElseThrow().items();
    }

    private static WritePack.Line again(ItemView item, LocalDate day) {
        return new WritePack.Line(item.id(), item.words(), item.unit(), day);
    }

    private void move(Map<String, Actor> people, ItemView item, String who, ItemMove move, String words) {
        var key = new RequestKey("demo-pack-" + item.id() + "-" + move);
        packs.move(actor(people, who), new MoveItem(key, item.id(), move, words));
    }

    private LocalDate day(int ahead) {
        return clock.today().plusDays(ahead);
    }

    private static Actor actor(Map<String, Actor> people, String login) {
        return Objects.requireNonNull(people.get(login), login);
    }
}
