// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.Companies;
import io.atrium.company.ImportOutcome;
import io.atrium.company.ImportRegistry;
import io.atrium.company.UnifiedCode;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Delivers single firms to the registry import, each with the facts of a test.
final class Firms {

    private static final AtomicInteger NUMBER = new AtomicInteger(1);

    private final Companies companies;
    private final Actor clerk;

    Firms(Companies companies, Actor clerk) {
        this.companies = companies;
        this.clerk = clerk;
    }

    /// Facts of a firm that the demonstration policy entitles to 180,000.00 yuan.
    static Map<String, String> entitled() {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                "unified_code",
                UnifiedCode.withCheckCharacter("91310104MA%07d".formatted(NUMBER.getAndIncrement()))
                        .value());
        facts.put("name", "测试企业" + facts.get("unified_code"));
        facts.put("organisation_type", "企业");
        facts.put("registered_on", "2020-05-06");
        facts.put("registered_city", "上海市");
        facts.put("registered_district", "徐汇区");
        facts.put("in_community", "是");
        facts.put("employees", "40");
        facts.put("rd_spend_2025", "600000.00");
        facts.put("revenue_2025", "5000000.00");
        facts.put("abnormal_operation_list", "否");
        facts.put("dishonesty_record_3y", "否");
        facts.put("source_date", "2026-03-01");
        return facts;
    }

    OrgId deliver(Map<String, String> facts) {
        var csv = String.join(",", facts.keySet()) + "\n" + String.join(",", facts.values()) + "\n";
        var command = new ImportRegistry(
                new RequestKey("test-" + UUID.randomUUID()),
                clerk,
                "registry.csv",
                csv.getBytes(StandardCharsets.UTF_8));
        return switch (companies.importRegistry(command)) {
            case ImportOutcome.Imported imported -> {
                var firm = imported.report().rows().getFirst().firm();
                if (firm == null) {
                    throw new AssertionError(imported);
                }
                yield firm;
            }
            case ImportOutcome.Rejected rejected ->
                throw new AssertionError(rejected.report().problems());
        };
    }
}
