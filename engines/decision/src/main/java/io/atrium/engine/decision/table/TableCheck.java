// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.problem.Cell;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Proves the decision tables (决策表) of a model: cells have the type of their column, no two rules of a UNIQUE or ANY
/// table hold for one firm, and every firm has a rule.
///
/// A rule is a box: the product of its cells. Cut at every end that a cell names, a column falls into parts in which no
/// cell changes its mind ([Axis]). Two boxes overlap when they share a part in every column; that is exact. A gap is a
/// choice of one part per column that leaves no rule: columns are walked one after the other with the rules that are
/// still possible, and what was seen before is not walked again. A cell that hangs on other facts is taken to hold in
/// the
/// search for gaps and not to hold in the search for overlaps, so nothing is refused that may be right.
public final class TableCheck {

    private static final int GAPS_TOLD_MAX = 5;
    private static final int STEPS_MAX = 500_000;

    private final DecisionTable table;
    private final Set<String> known;
    private final String file;
    private final Problems problems;
    private final List<Axis> axes;
    private final List<Set<BitSet>> seen = new ArrayList<>();
    private int gaps;
    private int steps;

    private TableCheck(DecisionTable table, ModelNames names, String file, Problems problems) {
        this.table = table;
        this.known = names.requires().getOrDefault(table.decision(), Set.of());
        this.file = file;
        this.problems = problems;
        this.axes = IntStream.range(0, table.inputs().size())
                .mapToObj(column -> Axis.of(table, column))
                .toList();
        axes.forEach(_ -> seen.add(new HashSet<>()));
    }

    /// @param xml a model that has passed the guard and is well formed
    public static void check(String xml, String file, ModelNames names, Problems problems) {
        for (var read : TableReader.read(xml)) {
            var table = read.withTypes(names.types());
            if (table.rules().stream().allMatch(rule -> isWhole(table, rule))) {
                new TableCheck(table, names, file, problems).check();
            }
        }
    }

    /// The cell, rule or column with an XML id, where a table has it. Of a rule, the cell whose text is quoted.
    public static Optional<Cell> cell(String xml, String id, String quoting) {
        return TableReader.read(xml).stream()
                .flatMap(table -> table.find(id, quoting).stream())
                .findFirst();
    }

    /// A value that a cell of an input names.
    ///
    /// @param subject what the column reads
    public record End(String subject, FactValue value) {}

    /// Every value at which a cell may change its mind, in the order of the model.
    public static List<End> ends(String xml, ModelNames names) {
        return TableReader.read(xml).stream()
                .map(table -> table.withTypes(names.types()))
                .flatMap(TableCheck::ends)
                .toList();
    }

    private static Stream<End> ends(DecisionTable table) {
        return IntStream.range(0, table.inputs().size())
                .boxed()
                .flatMap(column -> table.rules().stream()
                        .filter(rule -> column < rule.inputs().size())
                        .flatMap(rule ->
                                CellReader.read(rule.inputs().get(column).text()).ends().stream())
                        .map(value -> new End(table.inputs().get(column).expression(), value)));
    }

    private static boolean isWhole(DecisionTable table, DecisionTable.Rule rule) {
        return rule.inputs().size() == table.inputs().size()
                && rule.outputs().size() == table.outputs().size();
    }

    private void check() {
        var before = problems.list().size();
        checkCells();
        if (problems.list().size() > before) {
            return; // a cell of the wrong type holds for nothing: gaps would be told twice
        }
        if (table.hitPolicy().equals("UNIQUE") || table.hitPolicy().equals("ANY")) {
            checkOverlaps();
        }
        if (table.isSingleHit() && !table.hasDefault()) {
            var all = new BitSet();
            all.set(0, table.rules().size());
            findGaps(0, all, new ArrayList<>());
        }
    }

    private void checkCells() {
        for (int rule = 0; rule < table.rules().size(); rule++) {
            for (int column = 0; column < table.inputs().size(); column++) {
                checkInput(rule, column);
            }
            for (int column = 0; column < table.outputs().size(); column++) {
                checkOutput(rule, column);
            }
        }
    }

    private void checkInput(int rule, int column) {
        var text = table.rules().get(rule).inputs().get(column).text();
        checkNames(table.input(rule, column), text);
        for (var literal : CellReader.literals(text)) {
            checkType(
                    table.input(rule, column), text, table.inputs().get(column).type(), literal);
        }
    }

    private void checkOutput(int rule, int column) {
        var text = table.rules().get(rule).outputs().get(column).text();
        checkNames(table.output(rule, column), text);
        CellReader.literal(text)
                .ifPresent(literal -> checkType(
                        table.output(rule, column),
                        text,
                        table.outputs().get(column).type(),
                        literal));
    }

    private void checkNames(Cell cell, String text) {
        UnknownNames.first(text, known)
                .ifPresent(name -> problems.add(Problem.at(
                        cell,
                        ProblemCode.FACT_UNKNOWN,
                        file,
                        "'" + name + "' is neither an input nor a decision that this table requires",
                        "“" + name + "”既不是输入，也不是该表引用的决策",
                        "correct the name, or require it")));
    }

    private void checkType(Cell cell, String text, String type, FactValue literal) {
        if (FactType.ofFeel(type).filter(expected -> expected != literal.type()).isPresent()) {
            problems.add(Problem.at(
                    cell,
                    ProblemCode.TYPE_WRONG,
                    file,
                    "'" + text + "' is a " + literal.type().feelName() + " in a column of type " + type,
                    "“" + text + "”是 " + literal.type().feelName() + "，该列的类型是 " + type,
                    "write a " + type));
        }
    }

    private void checkOverlaps() {
        for (int one = 0; one < table.rules().size(); one++) {
            for (int other = one + 1; other < table.rules().size(); other++) {
                if (table.hitPolicy().equals("ANY") && isSameOutput(one, other)) {
                    continue;
                }
                var firm = shared(one, other);
                if (firm != null) {
                    tellOverlap(one, other, firm);
                }
            }
        }
    }

    private boolean isSameOutput(int one, int other) {
        return texts(table.rules().get(one)).equals(texts(table.rules().get(other)));
    }

    private static List<String> texts(DecisionTable.Rule rule) {
        return rule.outputs().stream().map(DecisionTable.Entry::text).toList();
    }

    /// A firm for which both rules hold; null when there is none.
    private @Nullable List<FactValue> shared(int one, int other) {
        var firm = new ArrayList<FactValue>();
        for (var axis : axes) {
            var part = IntStream.range(0, axis.samples().size())
                    .filter(i -> axis.surelyAllowing().get(i).get(one)
                            && axis.surelyAllowing().get(i).get(other))
                    .findFirst();
            if (part.isEmpty()) {
                return null;
            }
            firm.add(axis.samples().get(part.getAsInt()));
        }
        return firm;
    }

    private void tellOverlap(int one, int other, List<FactValue> firm) {
        problems.add(Problem.at(
                table.rule(other),
                ProblemCode.TABLE_OVERLAP,
                file,
                "rules " + (one + 1) + " and " + (other + 1) + " of the " + table.hitPolicy()
                        + " table both hold for a firm with " + words(firm),
                "规则 " + (one + 1) + " 与规则 " + (other + 1) + " 对同一家企业都成立（" + words(firm) + "），而该表是 " + table.hitPolicy(),
                "narrow one of the two"));
    }

    private void findGaps(int column, BitSet possible, List<FactValue> firm) {
        if (gaps >= GAPS_TOLD_MAX || ++steps > STEPS_MAX) {
            tellIfTooTangled();
            return;
        }
        if (possible.isEmpty()) {
            var rest = axes.subList(column, axes.size()).stream()
                    .filter(axis -> !axis.samples().isEmpty())
                    .map(axis -> axis.samples().getFirst());
            tellGap(Stream.concat(firm.stream(), rest).toList());
            return;
        }
        if (column == axes.size() || !seen.get(column).add(possible)) {
            return;
        }
        var axis = axes.get(column);
        for (int part = 0; part < axis.samples().size(); part++) {
            var left = (BitSet) possible.clone();
            left.and(axis.allowing().get(part));
            firm.add(axis.samples().get(part));
            findGaps(column + 1, left, firm);
            firm.removeLast();
        }
    }

    private void tellGap(List<FactValue> firm) {
        gaps++;
        problems.add(Problem.at(
                table.whole(),
                ProblemCode.TABLE_GAP,
                file,
                "no rule holds for a firm with " + words(firm),
                "没有规则适用于这样的企业：" + words(firm),
                "add a rule, a default output or allowed values of the column"));
    }

    private void tellIfTooTangled() {
        if (steps == STEPS_MAX + 1) {
            problems.add(Problem.at(
                    table.whole(),
                    ProblemCode.LIMIT_EXCEEDED,
                    file,
                    "the table is too tangled to prove that no firm falls between its rules",
                    "表格过于复杂，无法证明规则之间没有空缺",
                    "split the table"));
        }
    }

    private String words(List<FactValue> firm) {
        return IntStream.range(0, firm.size())
                .mapToObj(column -> table.inputs().get(column).expression() + " = "
                        + firm.get(column).text())
                .collect(Collectors.joining(", "));
    }
}
