// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolatedCheckTest {

    private static final PackageText DEMO =
            PackageText.read(TestPackages.DEMO, new Problems()).orElseThrow();

    @Test
    void aSoundPackageIsReadyHere() {
        assertThat(new IsolatedCheck(TrialLimits.STANDARD).check(DEMO)).isInstanceOf(ReadOutcome.Ready.class);
    }

    @Test
    void problemsComeBackWhole() {
        var broken = new PackageText(
                DEMO.policy(), DEMO.model(), DEMO.examples().replace("37037.03", "37037.04"), DEMO.source());

        assertThat(problems(new IsolatedCheck(TrialLimits.STANDARD).check(broken)))
                .extracting(Problem::code)
                .containsOnly(ProblemCode.EXAMPLE_WRONG);
    }

    @Test
    void whatRunsWithoutEndIsStopped() {
        var check = new IsolatedCheck(new TrialLimits(Duration.ofSeconds(2), 64), Endless.class.getName());

        assertThat(problems(check.check(DEMO))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TRIAL_STOPPED);
            assertThat(problem.what()).contains("longer than 2 s");
            assertThat(problem.sentenceChinese()).contains("超过 2 秒");
        });
    }

    @Test
    void whatEatsMemoryIsStopped() {
        var check = new IsolatedCheck(new TrialLimits(Duration.ofSeconds(60), 64), Hungry.class.getName());

        assertThat(problems(check.check(DEMO)))
                .extracting(Problem::what)
                .containsExactly("its trial needed more than 64 MB");
    }

    private static List<Problem> problems(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Refused(var problems) ? problems : List.of();
    }

    /// Stands for a model that KIE never ends.
    static final class Endless {
        public static void main(String... none) {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    /// Stands for a model that doubles a text again and again.
    static final class Hungry {
        public static void main(String... none) {
            var eaten = new ArrayList<>(List.of(new byte[1]));
            while (!eaten.equals(List.of())) {
                eaten.add(new byte[1024 * 1024]);
            }
        }
    }
}
