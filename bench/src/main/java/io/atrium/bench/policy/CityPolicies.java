// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The policies that are decided for the city (虚构政策集).
final class CityPolicies {

    private static final int POLICIES = 30;

    private CityPolicies() {}

    /// One policy of two tables over ten facts: a FIRST table of 8 rules tells the rate, a COLLECT SUM table of 8 rules
    /// the bonus, and a cap holds both down.
    static CityPolicy ofTables() {
        var inputs = List.of(
                "size",
                "registered_district",
                "industry",
                "employees",
                "revenue",
                "rd_spend",
                "founded",
                "high_tech_certificate",
                "start_up",
                "compute_contract_amount");
        var rate = new ArrayList<List<String>>();
        var bonus = new ArrayList<List<String>>();
        for (int rule = 0; rule < 8; rule++) {
            rate.add(rateRule(rule));
            bonus.add(bonusRule(rule));
        }
        var xml = new ModelText("tables", new ArrayList<>(ModelText.FACTS.keySet()))
                .table("rate", "hitPolicy='FIRST'", inputs, rate)
                .table("bonus", "hitPolicy='COLLECT' aggregation='SUM'", inputs.subList(0, 9), bonus)
                .decision("has_rate", "boolean", "rate > 0", "rate")
                .decision("base", "number", "compute_contract_amount")
                .decision(CityPolicy.AMOUNT, "number", "min(base * rate + bonus, 2000000)", "base", "rate", "bonus")
                .end();
        return new CityPolicy("city-tables", List.of("has_rate"), xml);
    }

    private static List<String> rateRule(int rule) {
        var isLast = rule == 7;
        return List.of(
                isLast ? "-" : rule % 2 == 0 ? "\"micro\",\"small\"" : "not(\"large\")",
                rule % 3 == 0 && !isLast ? "\"第1区\",\"第2区\",\"第3区\"" : "-",
                rule % 3 == 1 ? "not(\"industry_01\",\"industry_02\")" : "-",
                isLast ? "-" : ">= " + 3 * rule,
                rule % 2 == 1 && !isLast ? "< " + 50_000_000 * (rule + 1) : "-",
                isLast ? "-" : ">= " + 100_000 * (7 - rule),
                rule % 4 == 2 ? ">= @\"20%02d-01-01\"".formatted(5 + rule) : "-",
                rule < 2 ? "true" : "-",
                rule == 3 ? "true" : "-",
                "> 0",
                "0." + (60 - 5 * rule));
    }

    private static List<String> bonusRule(int rule) {
        return List.of(
                rule == 0 ? "-" : rule % 2 == 0 ? "\"micro\"" : "-",
                rule % 3 == 0 && rule > 0 ? "\"第1区\"" : "-",
                rule % 4 == 1 ? "\"industry_03\",\"industry_04\",\"industry_05\"" : "-",
                rule % 2 == 1 ? "[%d..%d]".formatted(5 * rule, 50 * rule) : "-",
                rule == 5 ? "> 10000000" : "-",
                rule == 6 ? ">= 500000" : "-",
                rule % 4 == 3 ? "> @\"2020-01-01\"" : "-",
                rule == 2 ? "true" : "-",
                rule == 4 ? "true" : "-",
                rule == 0 ? "0" : String.valueOf(1_000 * rule));
    }

    /// Thirty vouchers and awards with thresholds of their own.
    static List<CityPolicy> all() {
        return IntStream.range(0, POLICIES).mapToObj(CityPolicies::voucher).toList();
    }

    private static CityPolicy voucher(int number) {
        var city = City.CITIES.get(number % City.CITIES.size());
        var base = number % 2 == 0 ? "compute_contract_amount" : "rd_spend";
        var xml = new ModelText("voucher_" + number, new ArrayList<>(ModelText.FACTS.keySet()))
                .decision("in_city", "boolean", "registered_city = \"" + city + "\"")
                .decision("enough_staff", "boolean", "employees >= " + (2 + number))
                .decision("not_too_large", "boolean", "revenue <= " + 20_000_000L * (10 + number))
                .decision("rd_share", "number", "if revenue > 0 then rd_spend / revenue else 1")
                .decision("enough_research", "boolean", "rd_share >= 0.0" + (1 + number % 9), "rd_share")
                .decision("operates_normally", "boolean", "not(abnormal_operation_list)")
                .decision("honest", "boolean", "not(dishonesty_record_3y)")
                .decision("young", "boolean", "founded >= @\"%d-06-01\"".formatted(1996 + number))
                .decision("base", "number", base)
                .decision(
                        "rate",
                        "number",
                        "if start_up then 0.%d else 0.%d".formatted(40 + number % 20, 20 + number % 20))
                .decision("product", "number", "base * rate", "base", "rate")
                .decision("cap", "number", String.valueOf(200_000 + 10_000 * number))
                .decision(CityPolicy.AMOUNT, "number", "min(product, cap)", "product", "cap")
                .end();
        var conditions = List.of(
                "in_city", "enough_staff", "not_too_large", "enough_research", "operates_normally", "honest", "young");
        return new CityPolicy("city-voucher-%02d".formatted(number), conditions, xml);
    }
}
