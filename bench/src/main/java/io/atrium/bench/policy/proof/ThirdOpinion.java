// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnOutline;
import io.atrium.engine.decision.fact.FactSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What jDMN says about the same decisions (第三方对照).
///
/// It is heard where the row path has a value: what an error leaves behind is not the same in any two engines.
final class ThirdOpinion {

    private static final int DIGITS = 20;

    private final JdmnModel jdmn;
    private final LocalDate day;
    private int answers;
    private int silences;

    ThirdOpinion(String xml, LocalDate day) {
        this.jdmn = new JdmnModel(xml);
        this.day = day;
    }

    /// How many values were compared.
    int answers() {
        return answers;
    }

    /// How many values of the row path jDMN had no value for: texts that it does not read.
    int silences() {
        return silences;
    }

    Optional<String> difference(FactSet firm, CompiledPolicy policy) {
        var values = new HashMap<String, Object>();
        policy.factsAsked()
                .keySet()
                .forEach(key -> firm.find(key)
                        .ifPresent(fact -> values.put(key, fact.value().raw())));
        values.put(DmnOutline.AS_OF, day);
        return Stream.concat(RandomModel.CONDITIONS.stream(), Stream.of(RandomModel.AMOUNT))
                .filter(decision ->
                        values.keySet().containsAll(policy.model().outline().factsBehind(decision)))
                .flatMap(decision -> difference(decision, values, policy).stream())
                .findFirst();
    }

    private Optional<String> difference(String decision, Map<String, Object> values, CompiledPolicy policy) {
        var ours = policy.model().answer(values, decision).value();
        if (ours == null) {
            return Optional.empty();
        }
        var theirs = jdmn.decide(decision, values);
        if (theirs == null) {
            silences++;
            return Optional.empty();
        }
        answers++;
        return isSame(ours, theirs)
                ? Optional.empty()
                : Optional.of("%s: rows %s, jDMN %s of %s".formatted(decision, ours, theirs, values));
    }

    private static boolean isSame(Object ours, Object theirs) {
        if (ours instanceof BigDecimal number && theirs instanceof BigDecimal other) {
            return rounded(number).compareTo(rounded(other)) == 0;
        }
        return ours.equals(theirs);
    }

    /// Both carry 34 digits, and differ in the last of them when a quotient never ends.
    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
