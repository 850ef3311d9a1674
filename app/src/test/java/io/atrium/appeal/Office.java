// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.domain.Clock;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.test.context.TestComponent;

/// People and needs for tests of appeals. Each test takes its own.
@TestComponent
class Office {

    private final House house;
    private final Appeals appeals;
    private final ActCommands acts;
    private final Rules rules;
    private final Clocks clocks;
    private final BusinessClock clock;

    Office(House house, Appeals appeals, ActCommands acts, Rules rules, Clocks clocks, BusinessClock clock) {
        this.house = house;
        this.appeals = appeals;
        this.acts = acts;
        this.rules = rules;
        this.clocks = clocks;
        this.clock = clock;
    }

    /// A firm, a department that leads a category, and the one above it.
    record Cast(Resident firm, Resident officer, Resident above, Resident operator, String category) {}

    Cast cast(String category) {
        var cast = new Cast(
                house.firmOwner(),
                house.officer(),
                house.officer(),
                house.member(community(), Role.OPERATOR),
                category);
        rules.route(
                cast.operator().actor(),
                key(),
                new RouteRule(
                        category, cast.officer().organisation(), cast.above().organisation(), List.of()));
        return cast;
    }

    /// The one that is there, or a new one.
    private OrgId community() {
        if (rules.units().stream().noneMatch(unit -> unit.kind() == OrgKind.COMMUNITY)) {
            house.operator();
        }
        return rules.community();
    }

    Resident steward() {
        return house.member(community(), Role.STEWARD);
    }

    Resident provider() {
        return house.resident(OrgKind.PROVIDER, Role.PROVIDER_STAFF);
    }

    AppealId raise(Cast cast) {
        return raise(cast, "会议室空调坏了三天。请尽快修理。", false);
    }

    AppealId raise(Cast cast, String words, boolean isConfidential) {
        return appeals.raise(
                cast.firm().actor(), need(cast.firm().organisation(), cast.category(), words, isConfidential));
    }

    static RaiseAppeal need(OrgId firm, String category, String words, boolean isConfidential) {
        return new RaiseAppeal(
                key(),
                firm,
                AppealChannel.PAGE,
                category,
                Urgency.NORMAL,
                "",
                words,
                isConfidential,
                "测试人员 021-5555 0100",
                "",
                null,
                null,
                List.of());
    }

    AppealState act(Resident who, Act act, AppealId id) {
        return act(who, act, id, Map.of("words", "说明"));
    }

    AppealState act(Resident who, Act act, AppealId id, Map<String, String> answers) {
        return acts.act(who.actor(), act, key(), id, answers);
    }

    /// Signed and answered.
    AppealId answered(Cast cast) {
        var id = raise(cast);
        act(cast.officer(), Act.SIGN, id);
        act(cast.officer(), Act.ANSWER, id, Map.of("words", "已修好", "basis", "物业合同第八条", "next", ""));
        return id;
    }

    static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }

    /// As whoever sees all.
    AppealView view(Cast cast, AppealId id) {
        return appeals.find(cast.operator().actor(), id).orElseThrow();
    }

    /// The latest of that kind.
    Clock clockOf(Cast cast, AppealId id, ClockKind kind) {
        return appeals.clocks(view(cast, id)).stream()
                .filter(each -> each.kind() == kind)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// A little later: the clock keeps whole seconds.
    void advanceTo(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment).plusSeconds(2));
        clocks.sweep();
    }

    static void refused(ThrowingCallable move, RefusalCode code) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
