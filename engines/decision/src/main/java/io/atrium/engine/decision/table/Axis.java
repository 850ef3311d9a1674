// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// One column of a table cut at every value that a cell names. Between two neighbouring cuts no cell changes its mind,
/// so
/// one sample stands for all values there:
///
/// ```
/// cells     < 0.10     [0.10..0.20)     >= 0.20
/// samples    -0.9    0.10    0.15    0.20    1.20
/// ```
///
/// @param samples one value of each part
/// @param allowing for each sample the rules whose cell may hold for it
/// @param surelyAllowing the same without opaque cells
record Axis(List<FactValue> samples, List<BitSet> allowing, List<BitSet> surelyAllowing) {

    private static final Comparator<FactValue> ORDER = CellTest.Span::compare;

    /// The column of a table; a type that is none of the four takes no part in the check.
    static Axis of(DecisionTable table, int column) {
        var input = table.inputs().get(column);
        var cells = table.rules().stream()
                .map(rule -> CellReader.read(rule.inputs().get(column).text()))
                .toList();
        var allowed = CellReader.read(input.allowed());
        var cuts = new TreeSet<>(ORDER);
        cells.forEach(cell -> cuts.addAll(cell.ends()));
        cuts.addAll(allowed.ends());
        var type = FactType.ofFeel(input.type()).orElse(FactType.TEXT);
        var samples = samples(type, new ArrayList<>(cuts)).stream()
                .filter(allowed::contains)
                .toList();
        return new Axis(
                samples,
                samples.stream().map(sample -> allowing(cells, sample, true)).toList(),
                samples.stream().map(sample -> allowing(cells, sample, false)).toList());
    }

    private static BitSet allowing(List<CellTest> cells, FactValue sample, boolean isOpaqueAllowed) {
        var rules = new BitSet(cells.size());
        for (int rule = 0; rule < cells.size(); rule++) {
            var cell = cells.get(rule);
            rules.set(rule, cell.contains(sample) && (isOpaqueAllowed || !(cell instanceof CellTest.Opaque)));
        }
        return rules;
    }

    private static List<FactValue> samples(FactType type, List<FactValue> cuts) {
        return switch (type) {
            case BOOLEAN -> List.of(new FactValue.Truth(true), new FactValue.Truth(false));
            case NUMBER -> numbers(cuts);
            case DATE -> days(cuts);
            case TEXT -> texts(cuts);
        };
    }

    private static List<FactValue> numbers(List<FactValue> cuts) {
        var ends = cuts.stream()
                .filter(FactValue.Quantity.class::isInstance)
                .map(cut -> ((FactValue.Quantity) cut).value())
                .toList();
        var samples = new ArrayList<BigDecimal>();
        for (int i = 0; i < ends.size(); i++) {
            samples.add(i == 0 ? ends.getFirst().subtract(BigDecimal.ONE) : between(ends.get(i - 1), ends.get(i)));
            samples.add(ends.get(i));
        }
        samples.add(ends.isEmpty() ? BigDecimal.ONE : ends.getLast().add(BigDecimal.ONE));
        return samples.stream().<FactValue>map(FactValue.Quantity::new).toList();
    }

    /// A whole number where there is one.
    private static BigDecimal between(BigDecimal low, BigDecimal high) {
        var whole = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        return whole.compareTo(high) < 0
                ? whole
                : low.add(high).divide(BigDecimal.TWO).stripTrailingZeros(); // halves are exact in decimal
    }

    private static List<FactValue> days(List<FactValue> cuts) {
        var ends = cuts.stream()
                .filter(FactValue.Day.class::isInstance)
                .map(cut -> ((FactValue.Day) cut).value())
                .toList();
        var samples = new TreeSet<LocalDate>();
        ends.forEach(end -> samples.addAll(List.of(end.minusDays(1), end, end.plusDays(1))));
        return samples.isEmpty()
                ? List.of(new FactValue.Day(LocalDate.EPOCH))
                : samples.stream().<FactValue>map(FactValue.Day::new).toList();
    }

    /// Every text that a cell names, and one that none names.
    private static List<FactValue> texts(List<FactValue> cuts) {
        var samples = new ArrayList<FactValue>();
        cuts.stream().filter(FactValue.Text.class::isInstance).forEach(samples::add);
        var other = new StringBuilder("…");
        while (samples.contains(new FactValue.Text(other.toString()))) {
            other.append('…');
        }
        samples.add(new FactValue.Text(other.toString()));
        return samples;
    }
}
