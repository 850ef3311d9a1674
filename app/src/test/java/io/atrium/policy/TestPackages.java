// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import java.util.UUID;

/// A small policy that only firms of one district can meet, so that other tests are left alone.
record TestPackages(PolicyId id, String district) {

    static TestPackages fresh() {
        var name = UUID.randomUUID().toString().substring(0, 8);
        return new TestPackages(new PolicyId("test-draft-" + name), "District " + name);
    }

    PackageText version(String version, int employees) {
        return new PackageText(policy(version), model(employees), examples(employees), "# Source\nInvented.\n");
    }

    /// The same with a table: firms of ten and more have points.
    PackageText withTable(String version) {
        var model = model(5).replace("""
                  <decision id="enough_staff" name="enough_staff">
                    <variable name="enough_staff" typeRef="boolean"/>
                    <informationRequirement><requiredInput href="#employees"/></informationRequirement>
                    <literalExpression><text>employees &gt;= 5</text></literalExpression>
                """, """
                  <!-- firms of ten and more -->
                  <decision id="size_points" name="size_points">
                    <variable name="size_points" typeRef="number"/>
                    <informationRequirement><requiredInput href="#employees"/></informationRequirement>
                    <decisionTable hitPolicy="UNIQUE">
                      <input id="size_points_in1"><inputExpression typeRef="number"><text>employees</text></inputExpression></input>
                      <output id="size_points_out" name="size_points" typeRef="number"/>
                      <rule id="size_points_r1"><inputEntry id="size_points_r1c1"><text>&gt;= 50</text></inputEntry><outputEntry id="size_points_r1out"><text>2</text></outputEntry></rule>
                      <rule id="size_points_r2"><inputEntry id="size_points_r2c1"><text>[10..50)</text></inputEntry><outputEntry id="size_points_r2out"><text>1</text></outputEntry></rule>
                      <rule id="size_points_r3"><inputEntry id="size_points_r3c1"><text>&lt; 10</text></inputEntry><outputEntry id="size_points_r3out"><text>0</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                  <decision id="enough_staff" name="enough_staff">
                    <variable name="enough_staff" typeRef="boolean"/>
                    <informationRequirement><requiredDecision href="#size_points"/></informationRequirement>
                    <literalExpression><text>size_points &gt; 0</text></literalExpression>
                """);
        return new PackageText(policy(version), model, examples(10), "# Source\nInvented.\n");
    }

    private String policy(String version) {
        return """
                # a comment that stays
                id: %s
                version: "%s"
                status: DEMO
                title: {zh: 测试政策, en: Test policy}
                benefit: {zh: 称号, en: A title}
                benefit_kind: TITLE
                issuer: {zh: 测试部门, en: Test department}
                document:
                  name: {zh: 测试办法, en: Test rules}
                  mark: INVENTED
                period: {from: 2020-01-01, to: 2099-12-31}
                mode: APPLY
                payment: NO_PAYMENT
                assumptions: []
                clauses:
                  - id: "1"
                    heading: {zh: 条件, en: Conditions}
                    text: 在本区且员工达到人数。
                conditions:
                  all_of:
                    - leaf: in_district
                      clause: "1"
                      label: {zh: 在本区, en: In the district}
                    - leaf: enough_staff
                      clause: "1"
                      label: {zh: 员工人数, en: Employees}
                amount: {kind: NONE}
                """.formatted(id, version);
    }

    private String model(int employees) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="test" name="test" namespace="urn:test">
                  <inputData id="registered_district" name="registered_district"><variable name="registered_district" typeRef="string"/></inputData>
                  <inputData id="employees" name="employees"><variable name="employees" typeRef="number"/></inputData>
                  <decision id="in_district" name="in_district">
                    <variable name="in_district" typeRef="boolean"/>
                    <informationRequirement><requiredInput href="#registered_district"/></informationRequirement>
                    <literalExpression><text>registered_district = "%s"</text></literalExpression>
                  </decision>
                  <decision id="enough_staff" name="enough_staff">
                    <variable name="enough_staff" typeRef="boolean"/>
                    <informationRequirement><requiredInput href="#employees"/></informationRequirement>
                    <literalExpression><text>employees &gt;= %d</text></literalExpression>
                  </decision>
                  <decision id="eligible" name="eligible">
                    <variable name="eligible" typeRef="boolean"/>
                    <informationRequirement><requiredDecision href="#in_district"/></informationRequirement>
                    <informationRequirement><requiredDecision href="#enough_staff"/></informationRequirement>
                    <literalExpression><text>in_district and enough_staff</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(district, employees);
    }

    private String examples(int employees) {
        return """
                as_of: 2026-03-02
                facts: {registered_district: %1$s, employees: %2$d}
                examples:
                  - name: exactly
                    expect: {outcome: ENTITLED}
                  - name: elsewhere
                    facts: {registered_district: Elsewhere}
                    expect: {outcome: NOT_YET, conditions: {in_district: UNMET}}
                  - name: too few
                    facts: {employees: %3$d}
                    expect: {outcome: NOT_YET, conditions: {enough_staff: UNMET}}
                  - name: unknown
                    facts: {employees: null}
                    expect: {outcome: UNKNOWN, conditions: {enough_staff: UNKNOWN}}
                  - {name: first day, as_of: 2020-01-01, expect: {outcome: ENTITLED}}
                  - {name: before, as_of: 2019-12-31, expect: {outcome: NOT_IN_FORCE}}
                  - {name: last day, as_of: 2099-12-31, expect: {outcome: ENTITLED}}
                  - {name: after, as_of: 2100-01-01, expect: {outcome: NOT_IN_FORCE}}
                """.formatted(district, employees, employees - 1);
    }
}
