// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.audit;

import io.atrium.cli.console.Table;
import io.atrium.engine.ledger.audit.Audit;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.engine.ledger.audit.AuditReport.TrialLine;
import io.atrium.engine.ledger.audit.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of a report.
final class AuditText {
    private static final List<String> TRIAL_HEADER = List.of(
            "asset", "accounts", "debits posted", "credits posted", "debits held", "credits held", "difference");
    private static final List<String> FINDING_HEADER = List.of("finding", "about", "what");

    private AuditText() {}

    static String forPeople(AuditReport report) {
        var trial = new Table(
                TRIAL_HEADER, report.trial().stream().map(AuditText::cells).toList());
        return String.join(
                System.lineSeparator(),
                trial.toString(),
                "",
                "%d transfers between %d accounts; %d transfers under %d seals, %d newer than the last seal"
                        .formatted(
                                report.transfers(),
                                report.accounts(),
                                report.sealed(),
                                report.seals(),
                                report.transfers() - report.sealed()),
                "head " + report.head(),
                "",
                verdict(report));
    }

    private static List<String> cells(TrialLine line) {
        return List.of(
                line.asset(),
                Long.toString(line.accounts()),
                line.debitsPosted().toString(),
                line.creditsPosted().toString(),
                line.debitsHeld().toString(),
                line.creditsHeld().toString(),
                line.debitsPosted().subtract(line.creditsPosted()).toString());
    }

    private static String verdict(AuditReport report) {
        if (report.isSound()) {
            return "The books are in order: every balance is what its transfers add up to, and the chain is whole.";
        }
        var table = new Table(
                FINDING_HEADER,
                report.findings().stream()
                        .map(finding -> List.of(finding.kind().name(), finding.subject(), finding.detail()))
                        .toList());
        var more = report.findings().size() == Audit.FINDINGS_MAX ? " or more" : "";
        return table + System.lineSeparator() + System.lineSeparator() + "The books are NOT in order: "
                + report.findings().size() + more + " findings.";
    }

    static Map<String, Object> forPrograms(AuditReport report) {
        var result = new LinkedHashMap<String, Object>();
        result.put("sound", report.isSound());
        result.put("accounts", report.accounts());
        result.put("transfers", report.transfers());
        result.put("sealed", report.sealed());
        result.put("seals", report.seals());
        result.put("head", report.head().hex());
        result.put("trial", report.trial().stream().map(AuditText::trial).toList());
        result.put(
                "findings", report.findings().stream().map(AuditText::finding).toList());
        return result;
    }

    /// Sums may pass what a number in JSON holds exactly: they are texts.
    private static Map<String, Object> trial(TrialLine line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("asset", line.asset());
        fields.put("accounts", line.accounts());
        fields.put("debits_posted", line.debitsPosted().toString());
        fields.put("credits_posted", line.creditsPosted().toString());
        fields.put("debits_held", line.debitsHeld().toString());
        fields.put("credits_held", line.creditsHeld().toString());
        fields.put("balanced", line.isBalanced());
        return fields;
    }

    private static Map<String, Object> finding(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("finding", finding.kind().name());
        fields.put("about", finding.subject());
        fields.put("what", finding.detail());
        return fields;
    }
}
