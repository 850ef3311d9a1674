// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.appeal.ActCommands;
import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealChannel;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.RaiseAppeal;
import io.atrium.appeal.RouteRule;
import io.atrium.appeal.Rules;
import io.atrium.appeal.Urgency;
import io.atrium.appeal.pattern.NoteSource;
import io.atrium.appeal.pattern.PracticeNotes;
import io.atrium.appeal.pattern.WriteNote;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who leads what in the invented community, and needs of its first firms in every state.
@Component
class DemoAppeals {

    private static final Map<String, String> LEADS = Map.of(
            "POLICY", "department-industry",
            "COMPUTE", "community",
            "SPACE", "community",
            "TALENT", "department-industry",
            "FINANCE", "department-finance",
            "DATA", "department-science",
            "FILING", "department-science",
            "MARKET", "department-industry",
            "OVERDUE_PAYMENT", "department-industry",
            "COMPLAINT", "community");

    private static final Set<String> DISPUTES = Set.of("OVERDUE_PAYMENT", "COMPLAINT");

    private final Appeals appeals;
    private final ActCommands acts;
    private final Rules rules;
    private final PracticeNotes notes;

    DemoAppeals(Appeals appeals, ActCommands acts, Rules rules, PracticeNotes notes) {
        this.appeals = appeals;
        this.acts = acts;
        this.rules = rules;
        this.notes = notes;
    }

    /// One move, in whose name, with which answers.
    private record Move(String who, Act act, Map<String, String> answers) {

        static Move of(String who, Act act, String words) {
            return new Move(who, act, Map.of("words", words));
        }

        static Move of(String who, Act act) {
            return new Move(who, act, Map.of());
        }
    }

    /// A need and what became of it.
    private record Story(
            String firm, String category, String place, String words, List<Move> moves, List<Lesson> lessons) {

        Story(String firm, String category, String place, String words, List<Move> moves) {
            this(firm, category, place, words, moves, List.of());
        }
    }

    /// What somebody who worked on it wrote down for the next time.
    private record Lesson(String who, String title, String applies, String action) {}

    void lay(Map<String, Actor> people, Map<String, OrgId> places) {
        var operator = Objects.requireNonNull(people.get("operator"));
        LEADS.forEach((category, lead) -> rules.route(
                operator,
                new RequestKey("demo-appeal-route-" + category),
                new RouteRule(
                        category,
                        Objects.requireNonNull(places.get(lead)),
                        Objects.requireNonNull(
                                places.get(lead.equals("community") ? "department-industry" : "community")),
                        advisers(category, places))));
        var stories = stories();
        for (int number = 0; number < stories.size(); number++) {
            lay(people, stories.get(number), "demo-appeal-" + number);
        }
    }

    /// Disputes may go to mediators and lawyers.
    private static List<OrgId> advisers(String category, Map<String, OrgId> places) {
        return DISPUTES.contains(category)
                ? List.of(
                        Objects.requireNonNull(places.get("mediation")), Objects.requireNonNull(places.get("lawyers")))
                : List.of();
    }

    private void lay(Map<String, Actor> people, Story story, String key) {
        var firm = Objects.requireNonNull(people.get(story.firm()));
        AppealId id = appeals.raise(
                firm,
                new RaiseAppeal(
                        new RequestKey(key),
                        firm.organisation(),
                        AppealChannel.PAGE,
                        story.category(),
                        Urgency.NORMAL,
                        "",
                        story.words(),
                        false,
                        firm.name(),
                        story.place(),
                        null,
                        null,
                        List.of()));
        for (int step = 0; step < story.moves().size(); step++) {
            var move = story.moves().get(step);
            acts.act(
                    Objects.requireNonNull(people.get(move.who())),
                    move.act(),
                    new RequestKey(key + "-" + step),
                    id,
                    move.answers());
        }
        story.lessons()
                .forEach(lesson -> notes.write(
                        Objects.requireNonNull(people.get(lesson.who())),
                        new WriteNote(
                                new RequestKey(key + "-note"),
                                new NoteSource.OfAppeal(id),
                                lesson.title(),
                                lesson.applies(),
                                lesson.action())));
    }

    private static List<Story> stories() {
        return List.of(
                new Story(
                        "firm1",
                        "SPACE",
                        "B 座 5 层 502",
                        "会议室空调连续三天不制冷，客户来访时室内接近 30 度。希望尽快检修，并告知检修期间可以借用的会议室。",
                        List.of(
                                Move.of("steward1", Act.SIGN),
                                Move.of("steward1", Act.CONTACT, "已电话联系，约定今天下午工程部上门查看。"),
                                Move.of("steward1", Act.PLAN, "先借用 4 层公共会议室；工程部更换压缩机，预计三个工作日。"))),
                new Story(
                        "firm1",
                        "POLICY",
                        "",
                        "我们拿到了算力券，但训练任务跑在社区外的服务商，这部分账单能不能核销？",
                        List.of(
                                Move.of("officer.industry", Act.SIGN),
                                Move.of("officer.industry", Act.CONTACT, "已联系，确认企业用的是先用后付的券。"),
                                new Move(
                                        "officer.industry",
                                        Act.ANSWER,
                                        Map.of(
                                                "words", "券只能核销已接入社区的服务商的账单；社区外的账单暂不能核销。",
                                                "basis", "演示政策：算力券使用范围条款",
                                                "next", "服务商可以申请接入，接入后的账单可以核销。")))),
                new Story(
                        "firm2",
                        "FINANCE",
                        "",
                        "想申请知识产权质押贷款，银行要求提供上一年度审计报告，我们成立不满一年，能否用其他材料代替？",
                        List.of(
                                Move.of("officer.finance", Act.SIGN),
                                Move.of("officer.finance", Act.ASK_FIRM, "请补充专利证书编号和拟贷款金额，以便与银行沟通。"))),
                new Story("firm2", "FILING", "", "我们的对话产品准备上线，调用的是已备案的模型，是做备案还是登记？需要准备哪些材料？", List.of()),
                new Story("firm3", "OTHER", "A 座大堂", "希望社区每月组织一次算法工程师的技术沙龙，我们可以提供场地和讲者。", List.of()),
                new Story(
                        "firm3",
                        "COMPUTE",
                        "",
                        "上周两次训练任务因为网络抖动中断，损失了约 60 卡时，请核实并说明如何避免。",
                        List.of(
                                Move.of("operator", Act.SIGN),
                                Move.of("operator", Act.CONTACT, "已联系，取得两次中断的时间。"),
                                new Move(
                                        "operator",
                                        Act.ANSWER,
                                        Map.of(
                                                "words", "两次中断均为交换机固件缺陷所致，固件已升级；对应卡时可以提出账单异议。",
                                                "basis", "",
                                                "next", "企业提出账单异议，服务商 5 个工作日内答复。")),
                                new Move(
                                        "firm3",
                                        Act.ACCEPT,
                                        Map.of("resolved", "true", "rating", "5", "words", "处理很快。"))),
                        List.of(new Lesson(
                                "operator",
                                "网络抖动造成训练中断的核实与补偿",
                                "企业反映训练任务因网络中断，并说明了损失的卡时。",
                                "先向企业取得每次中断的起止时间，再与服务商核对交换机日志；确认是服务商原因的，告知企业可以对相应账单行提出异议，并把固件版本列入服务商的例行检查。"))),
                new Story(
                        "firm1",
                        "TALENT",
                        "",
                        "两名外籍研究员的工作许可下月到期，续签材料里的“岗位必要性说明”没有范本。",
                        List.of(
                                Move.of("officer.industry", Act.SIGN),
                                Move.of("officer.industry", Act.CONTACT, "已联系，了解两人的岗位。"),
                                new Move(
                                        "officer.industry",
                                        Act.ANSWER,
                                        Map.of("words", "请到政务服务窗口领取范本。", "basis", "", "next", "企业自行领取范本。")),
                                new Move(
                                        "firm1",
                                        Act.ACCEPT,
                                        Map.of("resolved", "false", "rating", "2", "words", "窗口说没有范本，来回跑了两趟。")))));
    }
}
