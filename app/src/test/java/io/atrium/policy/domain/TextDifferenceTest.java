// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.policy.domain.TextDifference.Piece;
import io.atrium.policy.domain.TextDifference.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTest {

    @Test
    void onlyWhatChangedIsMarked() {
        assertThat(TextDifference.of("占比不低于 70%；", "占比不低于 90%；"))
                .containsExactly(
                        new Piece(Side.BOTH, "占比不低于 "),
                        new Piece(Side.EARLIER, "70%"),
                        new Piece(Side.LATER, "90%"),
                        new Piece(Side.BOTH, "；"));
    }

    @ParameterizedTest
    @CsvSource({"'',一", "一,''", "一二三,三二一", "同,同", "年限 2 年以上,年限不少于 3 年"})
    void bothTextsCanBeReadFromThePieces(String before, String after) {
        var pieces = TextDifference.of(before, after);
        assertThat(read(pieces, Side.EARLIER)).isEqualTo(before);
        assertThat(read(pieces, Side.LATER)).isEqualTo(after);
    }

    private static String read(List<Piece> pieces, Side side) {
        var sides = EnumSet.of(Side.BOTH, side);
        return pieces.stream()
                .filter(piece -> sides.contains(piece.side()))
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
