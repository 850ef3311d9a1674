// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a policy goes together with others (政策叠加规则), each rule with the clause that states it.
///
/// @param order place in the stacking order, the lowest first; what states none comes last
/// @param takeHigher groups of which only the highest amount counts
/// @param caps what a firm may have at most in a year, shared by all policies that name the same cap
/// @param pool the yearly pool that pays, shared by all policies that name it; null when none is stated
public record Together(
        int order,
        List<Group> takeHigher,
        List<Cap> caps,
        @Nullable Pool pool) {

    /// The place of a policy whose text states no order.
    public static final int LAST = 1_000;

    public static final Together NOTHING = new Together(LAST, List.of(), List.of(), null);

    public Together {
        takeHigher = List.copyOf(takeHigher);
        caps = List.copyOf(caps);
    }

    public Optional<Pool> paidFrom() {
        return Optional.ofNullable(pool);
    }

    /// Policies of which the higher is taken (就高不重复).
    public record Group(String name, String clause) {}

    /// A cap per firm and year (每家每年上限).
    public record Cap(String name, long fen, String clause) {}

    /// A yearly pool (年度资金池).
    public record Pool(String name, long fen, Order order, String clause) {

        public enum Order {
            /// Who comes first is paid, as long as it lasts (先到先得).
            FIRST_COME,
            /// A person ranks the applications (评审择优): nobody is sure of an amount before.
            REVIEW
        }
    }
}
