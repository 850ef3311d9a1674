// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.admin.domain.CodeEdit.Outcome;
import io.atrium.admin.domain.CodeEdit.Problem;
import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable.Shape;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ADM-2")
class CodeEditTest {

    private static final CodeList WORDS =
            new CodeList(List.of(CodeEntry.word("chip", "芯片", "Chips"), CodeEntry.word("agent", "智能体", "Agents")));
    private static final CodeList YEARS = new CodeList(List.of(figure("GROWTH", 5), figure("ESTABLISHED", 10)));

    @Test
    void putsInPlaceOfTheSameCodeOrAfterTheLastAndTakesNothingOut() {
        var edit = new CodeEdit(List.of(
                CodeEntry.word("chip", "智能芯片", "AI chips").endingOn(LocalDate.of(2027, 1, 1)),
                CodeEntry.word("robot", "机器人", "Robots")));
        assertThat(edit.apply(WORDS, Shape.WORDS))
                .isInstanceOfSatisfying(Outcome.Changed.class, changed -> assertThat(changed.list().entries())
                        .extracting(CodeEntry::code)
                        .containsExactly("chip", "agent", "robot"));
    }

    @Test
    void refusesInOrderOfPrecedence() {
        assertThat(problem(WORDS, CodeEntry.word("a b", "", ""), Shape.WORDS)).isEqualTo(Problem.CODE_MALFORMED);
        assertThat(problem(WORDS, CodeEntry.word("robot", "", "Robots"), Shape.WORDS))
                .isEqualTo(Problem.WORD_MISSING);
        assertThat(problem(WORDS, CodeEntry.word("robot", "字".repeat(61), "Robots"), Shape.WORDS))
                .isEqualTo(Problem.WORD_TOO_LONG);
        assertThat(problem(WORDS, CodeEntry.word("robot", "芯片", "Robots"), Shape.WORDS))
                .isEqualTo(Problem.WORD_TAKEN);
        assertThat(problem(YEARS, figure("OLD", 20), Shape.RISING_FIGURES)).isEqualTo(Problem.CODE_UNKNOWN);
        assertThat(problem(YEARS, figure("GROWTH", -1), Shape.RISING_FIGURES))
                .isEqualTo(Problem.FIGURE_OUT_OF_RANGE);
        assertThat(problem(YEARS, figure("GROWTH", 10), Shape.RISING_FIGURES))
                .isEqualTo(Problem.FIGURES_NOT_RISING);
        assertThat(problem(YEARS, figure("GROWTH", 5).endingOn(LocalDate.of(2027, 1, 1)), Shape.FIGURES))
                .isEqualTo(Problem.MAY_NOT_END);
    }

    @Test
    void figuresKeepTheWordsOfTheirCode() {
        var edit = new CodeEdit(List.of(new CodeEntry("GROWTH", "", "", 6, null)));
        assertThat(edit.apply(YEARS, Shape.RISING_FIGURES))
                .isEqualTo(new Outcome.Changed(new CodeList(List.of(figure("GROWTH", 6), figure("ESTABLISHED", 10)))));
    }

    @Test
    void differencesNameWhatIsNewAndWhatIsOtherwise() {
        var later = new CodeList(List.of(
                CodeEntry.word("chip", "智能芯片", "AI chips"),
                CodeEntry.word("agent", "智能体", "Agents"),
                CodeEntry.word("robot", "机器人", "Robots")));
        assertThat(CodeChange.between(WORDS, later)).extracting(CodeChange::code).containsExactly("chip", "robot");
        assertThat(CodeChange.between(later, WORDS)).extracting(CodeChange::code).containsExactly("chip", "robot");
    }

    private static @Nullable Problem problem(CodeList list, CodeEntry entry, Shape shape) {
        return new CodeEdit(List.of(entry)).apply(list, shape) instanceof Outcome.Impossible(var problem, _)
                ? problem
                : null;
    }

    private static CodeEntry figure(String code, int number) {
        return new CodeEntry(code, code, code.toLowerCase(java.util.Locale.ROOT), number, null);
    }
}
