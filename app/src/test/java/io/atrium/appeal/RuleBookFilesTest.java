// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.domain.RuleBookFiles;
import io.atrium.kernel.calendar.DeadlineUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The books that ship say what `facts/policy-facts.md` 4.4 says, and name a source for every limit.
class RuleBookFilesTest {

    static final List<String> profiles = RuleBookFiles.PROFILES;

    @ParameterizedTest
    @FieldSource("profiles")
    void everyLimitNamesASourceThatIsThere(String profile) {
        var book = RuleBookFiles.read(profile);
        var limits = Stream.concat(
                book.limits().values().stream(),
                book.kinds().values().stream()
                        .flatMap(kind -> kind.limits() == null ? Stream.empty() : kind.limits().values().stream()));
        assertThat(limits.map(RuleBook.Limit::source)).isNotEmpty().allMatch(book.sources()::containsKey);
        for (var clock : ClockKind.values()) {
            assertThat(clock == ClockKind.PLAN
                            || clock == ClockKind.PROMISE
                            || book.limit(clock, AppealKind.HELP, Urgency.NORMAL)
                                    .isPresent())
                    .as("%s of %s", clock, profile)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zhuhai,CONTACT,HELP,1,WORKING_HOUR", "zhuhai,FINISH,CONSULTATION,2,WORKING_DAY",
        "zhuhai,FINISH,COMPLAINT,4,WORKING_DAY", "jiangmen,CONTACT,HELP,60,MINUTE",
        "jiangmen,PLAN,HELP,24,HOUR", "jiangmen,FINISH,HELP,7,DAY",
        "zaozhuang,SIGN,HELP,1,WORKING_DAY", "zaozhuang,PLAN,HELP,2,WORKING_DAY",
        "zaozhuang,FINISH,HELP,10,WORKING_DAY", "beijing,DISPATCH,HELP,24,HOUR",
        "beijing,FINISH,COMPLAINT,15,DAY", "shenzhen,FINISH,CONSULTATION,24,HOUR",
        "shenzhen,FINISH,HELP,3,WORKING_DAY", "provincial,FINISH,CONSULTATION,3,DAY",
        "provincial,FINISH,HELP,7,DAY", "provincial,FINISH,COMPLAINT,15,DAY",
        "shanghai,CONTACT,HELP,1,WORKING_DAY", "shanghai,FINISH,HELP,5,WORKING_DAY",
        "shanghai,FINISH,COMPLAINT,15,WORKING_DAY", "shanghai,FINISH,OVERDUE_PAYMENT,30,DAY",
    })
    void saysWhatThePlaceSays(String profile, ClockKind clock, AppealKind kind, int amount, DeadlineUnit unit) {
        var limit =
                RuleBookFiles.read(profile).limit(clock, kind, Urgency.NORMAL).orElseThrow();
        assertThat(limit.amount()).isEqualTo(amount);
        assertThat(limit.unit()).isEqualTo(unit);
    }

    @Test
    void anEmergencyIsDispatchedWithinAnHourInBeijing() {
        var limit = RuleBookFiles.read("beijing")
                .limit(ClockKind.DISPATCH, AppealKind.HELP, Urgency.EMERGENCY)
                .orElseThrow();
        assertThat(limit.amount()).isEqualTo(1);
        assertThat(limit.unit()).isEqualTo(DeadlineUnit.HOUR);
    }

    @Test
    void oneExtensionIsAsLongAsTheLimitUnlessTheRulesSayOtherwise() {
        var provincial = RuleBookFiles.read("provincial");
        assertThat(provincial.extension(AppealKind.HELP, Urgency.NORMAL).amount())
                .isEqualTo(7);
        assertThat(RuleBookFiles.read("zaozhuang")
                        .extension(AppealKind.HELP, Urgency.NORMAL)
                        .amount())
                .isEqualTo(15); // 10 + 15 = 25 working days
    }
}
