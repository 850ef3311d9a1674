// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.Exclusion;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.engine.decision.policy.GrantTerms;
import io.atrium.engine.decision.policy.KeptFor;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.Mark;
import io.atrium.engine.decision.policy.PaymentMode;
import io.atrium.engine.decision.policy.Period;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.engine.decision.policy.ProcessBefore;
import io.atrium.engine.decision.policy.SourceDocument;
import io.atrium.engine.decision.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads who says what to whom: the upper part of `policy.yaml`.
final class HeaderReader {

    private static final int ID_CHARS_MAX = 80;
    private static final int MONTHS_MAX = 120;
    private static final int WORKING_DAYS_MAX = 250;
    private static final int FIGURE_MAX = 1_000;

    private HeaderReader() {}

    static PolicyHeader read(YamlEntry root) {
        var mode = root.get("mode").choice(GrantMode.class);
        var kind = root.get("benefit_kind").choice(BenefitKind.class);
        return new PolicyHeader(
                identifier(root.get("id")),
                version(root.get("version")),
                root.get("status").choice(PolicyStatus.class),
                root.get("title").localText(),
                root.get("benefit").localText(),
                kind,
                root.get("issuer").localText(),
                document(root.get("document")),
                period(root),
                mode,
                root.get("payment").choice(PaymentMode.class),
                root.find("contact").map(YamlEntry::localText).orElse(null),
                assumptions(root),
                excludes(root),
                TogetherReader.read(root),
                root.find("superseded_by").map(HeaderReader::version).orElse(null),
                keptFor(root),
                root.find("title_fact").map(YamlEntry::text).orElse(null),
                grant(root, mode, kind),
                before(root));
    }

    static List<Clause> clauses(YamlEntry root) {
        return root.get("clauses").items().stream().map(HeaderReader::clause).toList();
    }

    private static String identifier(YamlEntry entry) {
        var id = entry.text();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+){1,9}") || id.length() > ID_CHARS_MAX) {
            entry.problem(
                    ProblemCode.VALUE_WRONG, "'" + id + "' is no policy id", "write place-policy in a-z, 0-9 and -");
        }
        return id;
    }

    private static String version(YamlEntry entry) {
        var version = entry.text();
        if (!version.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            entry.problem(ProblemCode.VALUE_WRONG, "'" + version + "' is no version", "write it in a-z, 0-9 and -");
        }
        return version;
    }

    private static SourceDocument document(YamlEntry entry) {
        entry.allowOnly("name", "number", "mark");
        return new SourceDocument(
                entry.get("name").localText(),
                entry.find("number").map(YamlEntry::text).orElse(null),
                entry.get("mark").choice(Mark.class));
    }

    private static Period period(YamlEntry root) {
        var found = root.find("period");
        if (found.isEmpty()) {
            return new Period(null, null);
        }
        var entry = found.get();
        entry.allowOnly("from", "to");
        var from = entry.find("from").map(YamlEntry::date).orElse(null);
        var to = entry.find("to").map(YamlEntry::date).orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            entry.problem(ProblemCode.VALUE_WRONG, "the period ends before it begins", "exchange from and to");
            return new Period(null, null);
        }
        return new Period(from, to);
    }

    private static List<LocalText> assumptions(YamlEntry root) {
        return root.find("assumptions")
                .map(entry -> entry.items().stream().map(YamlEntry::localText).toList())
                .orElse(List.of());
    }

    private static List<Exclusion> excludes(YamlEntry root) {
        return root.find("excludes")
                .map(entry ->
                        entry.items().stream().map(HeaderReader::exclusion).toList())
                .orElse(List.of());
    }

    private static Exclusion exclusion(YamlEntry entry) {
        entry.allowOnly("policy", "clause");
        return new Exclusion(
                identifier(entry.get("policy")), entry.get("clause").text());
    }

    private static @Nullable KeptFor keptFor(YamlEntry root) {
        var found = root.find("kept_for");
        if (found.isEmpty()) {
            return null;
        }
        var entry = found.get();
        entry.allowOnly("fact", "until", "clause");
        var until = entry.get("until").date();
        return until == null
                ? null
                : new KeptFor(
                        entry.get("fact").text(), until, entry.get("clause").text());
    }

    /// Lists need a pool; an application is paid by a voucher where there is one.
    private static @Nullable GrantTerms grant(YamlEntry root, GrantMode mode, BenefitKind kind) {
        var found = root.find("grant");
        if (found.isEmpty() && mode == GrantMode.AUTOMATIC) {
            root.problem(ProblemCode.VALUE_WRONG, "mode AUTOMATIC needs 'grant'", "add 'grant' or correct 'mode'");
        }
        if (found.isPresent() && (mode == GrantMode.CONFIRM || kind != BenefitKind.COMPUTE_VOUCHER)) {
            root.problem(
                    ProblemCode.VALUE_WRONG,
                    "'grant' is for AUTOMATIC and for applications paid by a compute voucher",
                    "drop 'grant', or correct 'mode' or 'benefit_kind'");
        }
        return found.map(entry -> grantTerms(entry, mode == GrantMode.AUTOMATIC))
                .orElse(null);
    }

    private static GrantTerms grantTerms(YamlEntry entry, boolean byList) {
        if (byList) {
            entry.allowOnly(
                    "budget_yuan", "deduct_share", "valid_months", "publicity_working_days", "confirm_working_days");
        } else {
            entry.allowOnly("budget_yuan", "deduct_share", "valid_months");
        }
        var share = entry.get("deduct_share").number();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            entry.problem(ProblemCode.VALUE_WRONG, "deduct_share is no share", "write a number above 0 and up to 1");
        }
        var budget = entry.get("budget_yuan").number();
        if (budget.signum() <= 0) {
            entry.problem(ProblemCode.VALUE_WRONG, "budget_yuan is not above 0", "write the yearly pool in yuan");
        }
        return new GrantTerms(
                budget,
                share,
                entry.get("valid_months").wholeNumber(1, MONTHS_MAX),
                byList ? entry.get("publicity_working_days").wholeNumber(1, WORKING_DAYS_MAX) : 0,
                byList ? entry.get("confirm_working_days").wholeNumber(1, WORKING_DAYS_MAX) : 0);
    }

    private static @Nullable ProcessBefore before(YamlEntry root) {
        return root.find("process").map(HeaderReader::process).orElse(null);
    }

    private static ProcessBefore process(YamlEntry entry) {
        entry.allowOnly("before", "source", "assumed");
        var before = entry.get("before");
        before.allowOnly("steps", "working_days", "documents", "visits");
        var figures = new ProcessBefore(
                figure(before, "steps"),
                figure(before, "working_days"),
                figure(before, "documents"),
                figure(before, "visits"),
                entry.get("source").localText(),
                entry.find("assumed").map(YamlEntry::flag).orElse(false));
        if (Stream.of(figures.steps(), figures.workingDays(), figures.documents(), figures.visits())
                .allMatch(Objects::isNull)) {
            before.problem(
                    ProblemCode.VALUE_WRONG, "'before' names no figure", "write at least one, or drop 'process'");
        }
        return figures;
    }

    private static @Nullable Integer figure(YamlEntry before, String name) {
        return before.find(name).map(entry -> entry.wholeNumber(0, FIGURE_MAX)).orElse(null);
    }

    private static Clause clause(YamlEntry entry) {
        entry.allowOnly("id", "heading", "text", "cut_off");
        return new Clause(
                entry.get("id").text(),
                entry.get("heading").localText(),
                entry.find("text").map(YamlEntry::text).orElse(null),
                entry.find("cut_off").map(YamlEntry::flag).orElse(false));
    }
}
