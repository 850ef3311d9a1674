// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import static io.atrium.demo.community.Draw.of;

import io.atrium.demo.community.Draw.Weighted;
import io.atrium.demo.community.InventedFirm.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects the facts of one firm in the order in which they are drawn.
final class FirmFacts {
    /// How orderly a firm and its papers are: the share of unknown facts, of bad conduct, and where it sits.
    enum Habits {
        RESIDENT,
        NEWCOMER
    }

    record Identity(String unifiedCode, String name, String nameEn, String field, LocalDate registeredOn) {}

    /// The last year's figures, from which the years before follow.
    record Year(long revenue, double growth, double rdShare) {}

    private record Place(String city, String district) {}

    private record Line(String field, String word, String wordEn) {}

    private static final List<Weighted<Line>> LINES = List.of(
            of(new Line("foundation_model", "智能模型", "Intelligent Models"), 6),
            of(new Line("industry_model", "智能科技", "Intelligent Technology"), 18),
            of(new Line("agent", "智能体科技", "Agent Technology"), 22),
            of(new Line("embodied", "具身智能科技", "Embodied Intelligence"), 10),
            of(new Line("corpus", "数据科技", "Data Technology"), 9),
            of(new Line("chip", "芯片技术", "Chip Technology"), 6),
            of(new Line("toolchain", "软件技术", "Software"), 9),
            of(new Line("application", "信息科技", "Information Technology"), 20));

    private static final List<Weighted<Place>> PLACES = List.of(
            of(new Place("上海市", "徐汇区"), 44), of(new Place("上海市", "浦东新区"), 22),
            of(new Place("上海市", "闵行区"), 7), of(new Place("上海市", "杨浦区"), 5),
            of(new Place("上海市", "长宁区"), 4), of(new Place("上海市", "静安区"), 4),
            of(new Place("北京市", "海淀区"), 4), of(new Place("深圳市", "南山区"), 3),
            of(new Place("杭州市", "余杭区"), 4), of(new Place("成都市", "武侯区"), 3));

    private static final Map<Stage, Double> FILED =
            Map.of(Stage.SEED, 0.05, Stage.START_UP, 0.3, Stage.GROWTH, 0.5, Stage.SCALE_UP, 0.65, Stage.MATURE, 0.7);
    private static final Map<Stage, Double> CERTIFIED =
            Map.of(Stage.SEED, 0.0, Stage.START_UP, 0.15, Stage.GROWTH, 0.6, Stage.SCALE_UP, 0.75, Stage.MATURE, 0.8);
    private static final LocalDate FIRST_FILINGS = LocalDate.of(2023, 8, 31);

    private final Draw draw;
    private final boolean newcomer;
    private final List<InventedFact> registry = new ArrayList<>();
    private final List<InventedFact> reported = new ArrayList<>();

    FirmFacts(Draw draw, Habits habits) {
        this.draw = draw;
        this.newcomer = habits == Habits.NEWCOMER;
    }

    List<InventedFact> registry() {
        return registry;
    }

    List<InventedFact> reported() {
        return reported;
    }

    Identity identity(int number, LocalDate registeredOn) {
        var line = draw.weighted(LINES);
        boolean institute = !newcomer && draw.chance(0.03);
        var brand = InventedNames.brand(number);
        var name = brand.zh() + line.word + (institute ? "研究院" : "有限公司");
        var nameEn = brand.en() + " " + line.wordEn + (institute ? " Institute" : " Co., Ltd.");
        var code = InventedNames.unifiedCode(institute ? "52" : "91", number);
        var place = newcomer ? PLACES.getFirst().value() : draw.weighted(PLACES);
        known("unified_code", code);
        known("name", name);
        known("name_en", nameEn);
        known("organisation_type", institute ? "科研机构" : "企业");
        known("registered_on", registeredOn.toString());
        known("registered_city", place.city);
        known("registered_district", place.district);
        mostly("tax_district", taxedElsewhere() ? draw.weighted(PLACES).district : place.district, 0.03);
        known("industry", industry(line.field));
        known("business_fields", fields(line.field));
        known("in_community", yes(newcomer || draw.chance(0.9)));
        return new Identity(code, name, nameEn, line.field, registeredOn);
    }

    void people(int heads, double rdShare) {
        mostly("employees", Integer.toString(heads), 0.01);
        mostly("rd_staff", Long.toString(StrictMath.round(heads * rdShare)), 0.04);
    }

    /// The years that the firm lived through, newest last; returns the last year's R&D spending in yuan.
    long money(Year last, LocalDate registeredOn, Stage stage) {
        long lastRdSpend = StrictMath.round(last.revenue * last.rdShare);
        for (int year = Community.FIRST_YEAR; year <= Community.LAST_YEAR; year++) {
            if (registeredOn.getYear() <= year) {
                double shrink = StrictMath.pow(1 + last.growth, Community.LAST_YEAR - year);
                long revenue = StrictMath.round(last.revenue / shrink);
                long rdSpend =
                        StrictMath.round(lastRdSpend / StrictMath.pow(1 + last.growth / 2, Community.LAST_YEAR - year));
                long costs = StrictMath.max(
                        StrictMath.round(revenue * draw.between(0.8, 1.15)),
                        StrictMath.round(rdSpend * draw.between(1.15, 1.5)));
                yearly("revenue", year, revenue, 0.02);
                yearly("rd_spend", year, rdSpend, 0.03);
                yearly("total_costs", year, costs, 0.06);
            }
        }
        long equity = equity(stage);
        mostly("total_assets", whole(last.revenue * draw.between(0.6, 2.0) + equity * 0.7), 0.05);
        mostly("new_equity_2y", Long.toString(equity), 0.08);
        return lastRdSpend;
    }

    void property(long rdSpend, int heads, Stage stage) {
        int class1 = (int) StrictMath.min(60, rdSpend / draw.between(3e6, 9e6)) + (newcomer ? 1 : 0);
        mostly("ip_class1", Integer.toString(class1), 0.03);
        mostly("ip_class2", Integer.toString((int) (heads / draw.between(3.0, 10.0))), 0.03);
        mostly("high_tech_certificate", yes(draw.chance(CERTIFIED.getOrDefault(stage, 0.0))), 0.01);
    }

    void conduct() {
        mostly("dishonesty_record_3y", yes(rarely(0.02)), 0.03);
        mostly("abnormal_operation_list", yes(rarely(0.025)), 0.02);
        mostly("major_accident_2y", yes(rarely(0.01)), 0.03);
        mostly("prohibited_product", yes(rarely(0.005)), 0.03);
    }

    void filing(String field, Stage stage, LocalDate registeredOn) {
        boolean ownModel = List.of("foundation_model", "industry_model").contains(field);
        var earliest = later(FIRST_FILINGS, registeredOn.plusDays(120));
        boolean filed =
                earliest.isBefore(Community.REGISTRY_DATE) && (newcomer || draw.chance(FILED.getOrDefault(stage, 0.0)));
        mostly("generative_filing_kind", !filed ? "无" : ownModel ? "备案" : "登记", 0.02);
        if (filed) {
            known(
                    "generative_filing_on",
                    draw.day(earliest, Community.REGISTRY_DATE).toString());
        }
    }

    void purchases(long rdSpend, LocalDate registeredOn) {
        report("on_community_platform", yes(newcomer || draw.chance(0.5)), newcomer ? 0 : 0.3);
        report("recognised_by_district", yes(draw.chance(0.12)), 0.3);
        if (newcomer || draw.chance(0.45)) {
            var signedFirst = later(LocalDate.of(2024, 1, 1), registeredOn.plusDays(30));
            report("compute_contract_amount", whole(rdSpend * draw.between(0.1, 0.4)), 0);
            report("compute_supplier_affiliated", yes(rarely(0.08)), 0.06);
            report(
                    "compute_contract_signed_on",
                    draw.day(signedFirst, Community.REGISTRY_DATE).toString(),
                    0.05);
            report("compute_use", draw.weighted(List.of(of("训练", 45), of("推理", 50), of("存储、网络、安全等其他", 5))), 0.06);
            report("other_compute_subsidy", yes(rarely(0.1)), 0.1);
        }
        if (newcomer || draw.chance(0.35)) {
            report("model_api_contract_amount", whole(rdSpend * draw.between(0.03, 0.2)), 0);
            report("model_filed", yes(draw.chance(0.8)), 0.08);
        }
        if (draw.chance(0.18)) {
            report("corpus_contract_amount", whole(rdSpend * draw.between(0.02, 0.15)), 0);
            report("corpus_supplier_affiliated", yes(rarely(0.05)), 0.08);
            report("corpus_via_exchange", yes(draw.chance(0.4)), 0.08);
        }
    }

    private boolean taxedElsewhere() {
        return !newcomer && draw.chance(0.06);
    }

    private String industry(String field) {
        return switch (field) {
            case "chip", "embodied" -> draw.chance(0.6) ? "制造业" : "科学研究和技术服务业";
            case "application" ->
                draw.weighted(List.of(of("软件和信息技术服务业", 70), of("文化传媒业", 14), of("科学研究和技术服务业", 12), of("金融业", 4)));
            default -> draw.chance(0.85) ? "软件和信息技术服务业" : "科学研究和技术服务业";
        };
    }

    private String fields(String field) {
        var others = LINES.stream()
                .map(line -> line.value().field)
                .filter(other -> !other.equals(field))
                .toList();
        return draw.chance(0.35) ? field + "；" + draw.pick(others) : field;
    }

    private long equity(Stage stage) {
        return switch (stage) {
            case SEED -> draw.chance(0.5) ? hundredThousands(5, 80) : 0;
            case START_UP -> draw.chance(0.6) ? hundredThousands(30, 400) : 0;
            case GROWTH -> draw.chance(0.5) ? hundredThousands(150, 2_000) : 0;
            case SCALE_UP -> draw.chance(0.35) ? hundredThousands(500, 6_000) : 0;
            case MATURE -> draw.chance(0.2) ? hundredThousands(1_000, 8_000) : 0;
        };
    }

    private long hundredThousands(double low, double high) {
        return StrictMath.round(draw.logBetween(low, high)) * 100_000;
    }

    private boolean rarely(double probability) {
        return !newcomer && draw.chance(probability);
    }

    private void known(String key, String value) {
        registry.add(new InventedFact(key, null, value));
    }

    private void mostly(String key, String value, double unknown) {
        if (newcomer || !draw.chance(unknown)) {
            known(key, value);
        }
    }

    private void yearly(String key, int year, long value, double unknown) {
        if (newcomer || !draw.chance(unknown)) {
            registry.add(new InventedFact(key, year, Long.toString(value)));
        }
    }

    private void report(String key, String value, double unknown) {
        if (newcomer || !draw.chance(unknown)) {
            reported.add(new InventedFact(key, null, value));
        }
    }

    private static String whole(double yuan) {
        return Long.toString(StrictMath.round(yuan));
    }

    private static String yes(boolean value) {
        return value ? "是" : "否";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
