// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnifiedCodeTest {
    /// The weights of GB 32100-2015, written out; the code computes them.
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    @Test
    void completesTheCheckCharacterByTheWeightsOfTheStandard() {
        var code = UnifiedCode.withCheckCharacter("91990001MA0000001");
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i]
                    * "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.value().charAt(i));
        }
        sum += "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.value().charAt(17));
        assertThat(sum % 31).isZero();
    }

    @Test
    @Tag("I18-9")
    void acceptsWhatPeopleType() {
        var code = UnifiedCode.withCheckCharacter("91990001MA0000001").value();
        assertThat(UnifiedCode.normalise(" " + code.toLowerCase(java.util.Locale.ROOT) + "　"))
                .isEqualTo(code);
        assertThat(UnifiedCode.normalise("９１９９-" + code.substring(4))).isEqualTo(code);
    }

    @Test
    void refusesLettersThatTheStandardLeavesOut() {
        assertThat(UnifiedCode.isWellFormed("91990001MA000000IO")).isFalse();
        assertThat(UnifiedCode.isWellFormed("91990001MA000000")).isFalse();
        assertThatThrownBy(() -> new UnifiedCode("91990001MA00000010")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noticesEveryChangedCharacter(
            @ForAll @IntRange(max = 17) int position, @ForAll @IntRange(max = 30) int letter) {
        var code = UnifiedCode.withCheckCharacter("91990001MA12345X7").value();
        char changed = "0123456789ABCDEFGHJKLMNPQRTUWXY".charAt(letter);
        var other = code.substring(0, position) + changed + code.substring(position + 1);
        assertThat(UnifiedCode.isValid(other)).isEqualTo(other.equals(code));
    }
}
