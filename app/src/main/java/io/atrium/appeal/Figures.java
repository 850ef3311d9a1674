// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.store.FigureStore;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The three rates and what stands beside them (三率): response, resolution, satisfaction, on-time share, repeats, median
/// days; for all, by category and by unit. Each number is a count of [FigureCases], which the list shows too.
@Component
public class Figures {

    private final FigureStore store;

    Figures(FigureStore store) {
        this.store = store;
    }

    /// How the figures are broken down.
    public enum By {
        CATEGORY,
        UNIT,
        /// The building of the place, as far as it was given.
        BUILDING,
        /// In which the firm is registered now.
        DISTRICT
    }

    /// One line: how many cases of each sort, and the median of days from raised to answered.
    ///
    /// @param group code of the category, id of the unit, building or district; null for the sum
    public record Line(
            @Nullable String group,
            Map<FigureCases, Integer> counts,
            @Nullable Double medianDays) {

        public int count(FigureCases cases) {
            return counts.getOrDefault(cases, 0);
        }
    }

    /// The sum first, then each group, largest first.
    @Transactional(readOnly = true)
    public List<Line> of(Actor actor, AppealFilter filter, By by) {
        if (!mayRead(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
        }
        return store.lines(actor, filter, by);
    }

    /// Those who work on appeals or look over them; a firm sees its own cases, not the rates of offices.
    public static boolean mayRead(Actor actor) {
        return actor.may(Permission.READ_APPEAL) && actor.kind() != OrgKind.FIRM;
    }
}
