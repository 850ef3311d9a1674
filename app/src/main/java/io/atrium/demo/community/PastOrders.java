// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Invented orders of the 12345 hotline that have ended (虚构历史工单), as the CSV that a hotline exports: a third of a year
/// of everyday needs, and in the last three working days one lift that fails again and again.
public final class PastOrders {

    private static final String HEAD = "工单号,统一社会信用代码,分类,诉求内容,联系方式,地点,受理时间,办结时间,答复内容,是否解决,满意度\r\n";
    private static final String CONTACT = "演示联系人";
    private static final String OTHER_BUILDING = "示例1号楼";
    private static final String BUILDING_OF_THE_LIFT = "示例2号楼";
    private static final int STREAM = 90_001; // beyond the numbers of firms
    private static final int DAYS = 120;
    private static final int DAYS_OF_THE_LIFT = 3;
    private static final int FLOORS = 9;
    private static final int DAYS_UNTIL_ANSWERED_MAX = 6;

    private static final List<Topic> TOPICS = List.of(
            new Topic(
                    "SPACE",
                    List.of(
                            "会议室空调不制冷，希望安排检修。",
                            "楼下停车位早上九点就满了，能否给访客留几个？",
                            "晚上十点后公共区域断电，加班的员工下不了楼。",
                            "茶水间热水器坏了三天，没有人来修。"),
                    "物业已派人处理，并告知了完成时间。"),
            new Topic(
                    "POLICY",
                    List.of(
                            "成立不满一年的企业能不能领算力券？",
                            "模型备案奖励和算力补贴可以同时享受吗？",
                            "研发费用加计扣除的归集口径和科技型中小企业评价一致吗？",
                            "语料券可以买外地服务商的数据吗？"),
                    "已逐条说明适用条款，并指明了需要补充的事实。"),
            new Topic(
                    "COMPUTE",
                    List.of(
                            "排队两个小时还没有轮到，想知道为什么。",
                            "上周的账单里有一笔按满卡计费，实际只用了半小时。",
                            "能不能临时多借 8 张卡做一次评测？",
                            "训练任务中途断开，镜像需要重新拉取。"),
                    "已核对调度与计量记录，并说明了排队原因和账单口径。"),
            new Topic(
                    "TALENT",
                    List.of("人才公寓申请提交两周了，一直显示审核中。", "新入职博士的落户材料里缺少单位盖章的范本。", "外籍工程师的工作许可续签要提前多久办？"),
                    "已提供范本并预约了窗口。"),
            new Topic(
                    "FINANCE",
                    List.of("想申请纯信用贷款，银行说还差一份经营流水。", "风险补偿名单多久更新一次？我们上个月刚满足条件。", "知识产权质押的评估费由谁承担？"),
                    "已与银行沟通，列出了仍需补充的材料。"),
            new Topic(
                    "DATA",
                    List.of("想使用公共交通开放数据训练模型，需要签哪些协议？", "语料库里的法律文书样本有重复，能否提供去重后的版本？", "企业自有语料上架需要做哪些合规审查？"),
                    "已提供数据目录、使用协议和审查清单。"),
            new Topic(
                    "FILING",
                    List.of("调用已备案模型的应用，做登记还是备案？", "安全评估报告里的拒答率测试题需要多少道？", "备案材料提交后补正意见看不懂，想当面问一次。"),
                    "已按材料清单逐项辅导，并约定了复核时间。"),
            new Topic(
                    "MARKET",
                    List.of("我们的客服模型想找园区里的制造企业试用。", "希望参加下个月的供需对接会，还有名额吗？", "产品进入创新产品目录需要哪些证明？"),
                    "已推荐三家有需求的企业，并登记了对接会。"),
            new Topic(
                    "OVERDUE_PAYMENT", List.of("项目验收半年了，客户还有一笔尾款没有付。", "总包方以甲方未付款为由拖欠我们的开发费用。"), "已向付款单位核实，双方约定了付款日期。"),
            new Topic("OTHER", List.of("希望周末也开放共享厨房。", "建议在一楼大堂设快递柜。", "想借路演厅办一次开发者沙龙。"), "建议已采纳或已说明原因。"));

    private static final List<String> LIFT = List.of(
            "电梯又停在两层中间，员工被困了二十分钟。",
            "电梯今天第三次停运，客户只能走楼梯。",
            "电梯门关不上，一直报警，请彻底检修。",
            "货梯和客梯同时停运，设备送不上楼。",
            "电梯下行时突然抖动，大家不敢乘坐。");

    private static final String LIFT_ANSWER = "维保人员已到场复位，电梯恢复运行。";

    /// What people ask about, in several wordings, and how it is answered.
    private record Topic(String category, List<String> wordings, String answer) {}

    private final Draw draw;
    private final List<InventedFirm> firms;
    private final List<String> lines = new ArrayList<>();

    private PastOrders(long seed, List<InventedFirm> firms) {
        this.draw = new Draw(seed, STREAM);
        this.firms = firms;
    }

    /// @param today all orders ended before this day
    /// @param isWorkingDay on other days nobody calls
    public static byte[] csv(long seed, List<InventedFirm> firms, LocalDate today, Predicate<LocalDate> isWorkingDay) {
        var days = today.minusDays(DAYS).datesUntil(today).filter(isWorkingDay).toList();
        var orders = new PastOrders(seed, firms);
        days.forEach(day -> orders.everyday(day, today));
        days.subList(Math.max(0, days.size() - DAYS_OF_THE_LIFT), days.size()).forEach(orders::lift);
        return (HEAD + String.join("\r\n", orders.lines)).getBytes(StandardCharsets.UTF_8);
    }

    private void everyday(LocalDate day, LocalDate today) {
        int calls = draw.between(1, 3);
        for (int call = 0; call < calls; call++) {
            var topic = draw.pick(TOPICS);
            var answered = day.plusDays(draw.between(0, DAYS_UNTIL_ANSWERED_MAX));
            var building = draw.chance(0.5) ? OTHER_BUILDING : BUILDING_OF_THE_LIFT;
            line(
                    draw.pick(firms),
                    topic.category(),
                    draw.pick(topic.wordings()),
                    building,
                    day,
                    answered.isBefore(today) ? answered : day,
                    topic.answer(),
                    verdict());
        }
    }

    private void lift(LocalDate day) {
        int first = draw.between(0, firms.size() - 1);
        for (int call = 0; call < LIFT.size(); call++) {
            var firm = firms.get((first + call) % firms.size());
            var words = LIFT.get(call);
            line(firm, "SPACE", words, BUILDING_OF_THE_LIFT, day, day, LIFT_ANSWER, call % 2 == 0 ? "否,2" : "是,3");
        }
    }

    /// Whether it was solved, and how it was marked; a quarter said nothing.
    private String verdict() {
        if (draw.chance(0.25)) {
            return ",";
        }
        return draw.chance(0.12) ? "否," + draw.between(1, 2) : "是," + draw.between(3, 5);
    }

    private void line(
            InventedFirm firm,
            String category,
            String words,
            String building,
            LocalDate day,
            LocalDate answered,
            String answer,
            String verdict) {
        lines.add("DEMO-12345-%05d,%s,%s,%s,%s,%s %d 层,%s %02d:%02d,%s 17:%02d,%s,%s"
                .formatted(
                        lines.size() + 1,
                        firm.unifiedCode(),
                        category,
                        words,
                        CONTACT,
                        building,
                        draw.between(2, FLOORS),
                        day,
                        draw.between(9, 16),
                        draw.between(0, 59),
                        answered,
                        draw.between(0, 59),
                        answer,
                        verdict));
    }
}
