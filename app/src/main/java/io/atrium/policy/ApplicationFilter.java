// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.ApplicationState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which applications of a list are wanted.
///
/// @param states empty for all
/// @param dueBefore those whose turn ends before this moment
public record ApplicationFilter(
        Set<ApplicationState> states,
        @Nullable PolicyId policy,
        @Nullable Instant dueBefore,
        @Nullable String text) {

    public static final String OPEN = "OPEN";
    public static final String DECIDED = "DECIDED";
    public static final ApplicationFilter ALL = new ApplicationFilter(Set.of(), null, null, null);

    /// A state by its name, all open or all decided ones; what is neither lets everything through.
    public static Set<ApplicationState> states(String name) {
        return Set.copyOf(named(name));
    }

    private static List<ApplicationState> named(String name) {
        return Arrays.stream(ApplicationState.values())
                .filter(state -> switch (name) {
                    case OPEN -> state.isOpen();
                    case DECIDED -> state.isDecided();
                    default -> state.name().equals(name);
                })
                .toList();
    }
}
