// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.edit.DecisionText;
import io.atrium.engine.decision.edit.ModelText;
import io.atrium.engine.decision.problem.Cell;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.web.PolicyDraftPage.ProblemRow;
import io.atrium.policy.web.PolicyModelPage.Problems;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Problems of a draft in the reader's language, each with the way to the place where it is mended.
final class ProblemPlaces {

    static final int FIRST_RULE = 1;

    private static final Pattern NAMED = Pattern.compile("'([a-z][a-z0-9_]{0,59})'");

    private final PolicyDraft draft;
    private final List<DecisionText> decisions;
    private final Text t;

    ProblemPlaces(PolicyDraft draft, Text t) {
        this(draft, draft.text().model(), t);
    }

    /// @param model the text that was checked; it may not be saved yet
    ProblemPlaces(PolicyDraft draft, String model, Text t) {
        this.draft = draft;
        this.decisions = ModelText.read(model).map(ModelText::decisions).orElse(List.of());
        this.t = t;
    }

    ProblemRow row(Problem problem) {
        boolean isChinese = t.lang() == Lang.ZH;
        var cell = cell(problem);
        var place =
                cell == null || problem.cell() == null ? problem.place() : isChinese ? cell.chinese() : cell.english();
        return new ProblemRow(
                isChinese ? problem.code().chinese() : t.of("policy.problem", problem.code()),
                problem.file() + " · " + place,
                isChinese && problem.whatChinese() != null ? problem.whatChinese() : problem.what(),
                isChinese ? problem.code().mendChinese() : problem.mend(),
                href(problem, cell),
                cell);
    }

    /// What stands beside the editor: examples that come out otherwise are mostly an effect of the model, so they are
    /// counted and read elsewhere.
    Problems beside(List<Problem> problems) {
        var own = problems.stream().filter(problem -> !isOfExamples(problem)).toList();
        int examples = problems.size() - own.size();
        return new Problems(
                own.stream().map(this::row).toList(),
                examples == 0 ? null : t.of("policy.model.examples", examples),
                PolicyDraftForms.path(draft) + "/examples");
    }

    private static boolean isOfExamples(Problem problem) {
        return problem.file().equals("examples.yaml");
    }

    /// The cell, or the decision as a whole where no cell is told.
    @Nullable
    Cell cell(Problem problem) {
        return problem.cell() != null
                ? problem.cell()
                : decision(problem).map(name -> new Cell(name, 0, 0, null)).orElse(null);
    }

    private Optional<String> decision(Problem problem) {
        if (!problem.file().equals("model.dmn")) {
            return Optional.empty();
        }
        var named = NAMED.matcher(problem.what()).results().map(match -> match.group(1));
        return Stream.concat(Stream.of(problem.place().replaceFirst("^decision ", "")), named)
                .filter(name ->
                        decisions.stream().anyMatch(decision -> decision.name().equals(name)))
                .findFirst();
    }

    private String href(Problem problem, @Nullable Cell cell) {
        var path = PolicyDraftForms.path(draft);
        if (cell != null) {
            return path + "/tables/" + cell.table() + page(cell) + "#field-" + field(cell);
        }
        return switch (problem.file()) {
            case "examples.yaml" -> path + "/examples";
            case "model.dmn" -> path + "/model";
            default -> path + "/files";
        };
    }

    private static String page(Cell cell) {
        int first = TableForms.windowOf(cell.rule());
        return first == FIRST_RULE ? "" : "?from=" + first;
    }

    /// The field of the plain form in which a cell is mended.
    static String field(Cell cell) {
        if (cell.rule() > 0 && cell.column() > 0) {
            return TableForms.cell(cell.rule(), cell.column());
        }
        if (cell.rule() > 0) {
            return TableForms.rule(cell.rule());
        }
        return cell.column() > 0 ? TableForms.column(cell.column(), "text") : TableForms.WHOLE;
    }
}
