// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.bench.policy.proof.JdmnModel;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.dmn.DmnOutline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The peers: the same policy, decided one firm after the other by KIE and by jDMN (逐企业对照).
final class FirmByFirm {

    private static final int CHECKED = 3_000;
    private static final int KIE_FIRMS = 2_000;
    private static final int JDMN_FIRMS = 300;
    private static final int TRIES = 3;

    private final CityPolicy source;
    private final CompiledPolicy policy;
    private final Snapshot city;

    FirmByFirm(CityPolicy source, Snapshot city) {
        this.source = source;
        this.policy = source.compiled();
        this.city = city;
    }

    /// Outcome and amount of a sample, firm by firm.
    void checkSame(Sweep sweep) {
        var result = sweep.result(source.id());
        for (int row = 0; row < CHECKED; row++) {
            var decision = policy.decide(city.factsAt(row), PolicyBench.DAY);
            var isPaid = decision.outcome() == Outcome.ENTITLED;
            var fen = Optional.ofNullable(decision.amount())
                    .filter(_ -> isPaid)
                    .map(AmountResult::amountFen)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
            if (result.outcomeAt(row) != decision.outcome()
                    || !result.amountFenAt(row).equals(fen)) {
                throw new IllegalStateException("row %d: columns %s %s, KIE %s %s"
                        .formatted(row, result.outcomeAt(row), result.amountFenAt(row), decision.outcome(), fen));
            }
        }
    }

    /// KIE alone, without the condition tree: the condition's decision and the amount.
    double kiePerSecond() {
        var model = policy.model();
        return perSecond(values(KIE_FIRMS), values -> model.answer(values, CityPolicy.AMOUNT));
    }

    double jdmnPerSecond() {
        var model = new JdmnModel(source.xml());
        return perSecond(values(JDMN_FIRMS), values -> {
            var unused = model.decide(CityPolicy.AMOUNT, values);
        });
    }

    private static double perSecond(List<Map<String, Object>> firms, Consumer<Map<String, Object>> decide) {
        return firms.size() / Best.seconds(TRIES, () -> firms.forEach(decide));
    }

    /// Firms of which everything is known: the peers know nothing of unknown facts.
    private List<Map<String, Object>> values(int firms) {
        var facts = policy.model().outline().facts();
        return IntStream.range(0, city.rows())
                .mapToObj(row -> city.valuesAt(row, facts))
                .filter(values -> values.keySet().containsAll(facts.keySet()))
                .limit(firms)
                .peek(values -> values.put(DmnOutline.AS_OF, PolicyBench.DAY))
                .toList();
    }
}
