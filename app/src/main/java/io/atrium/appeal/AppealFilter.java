// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which appeals are asked for (诉求筛选); null and empty mean any.
///
/// @param unit [#NO_UNIT] for those that no unit has
/// @param building as the figures name it; [#NONE] for those without
/// @param district in which the firm is registered now; [#NONE] where it is not known
/// @param words occur in number, title or text
/// @param raisedFrom raised at or after
/// @param raisedBefore raised before
/// @param figure those that a figure counts, see [Figures]
public record AppealFilter(
        View view,
        @Nullable AppealState state,
        @Nullable String category,
        @Nullable OrgId unit,
        @Nullable OrgId firm,
        @Nullable String building,
        @Nullable String district,
        String words,
        @Nullable Instant raisedFrom,
        @Nullable Instant raisedBefore,
        @Nullable FigureCases figure) {

    /// A view of the board (看板视图).
    public enum View {
        ALL,
        /// Open and signed by me; for a firm: raised by me.
        MINE,
        /// Open at my unit, or with help asked of it.
        UNIT,
        /// A limit ends today.
        DUE_TODAY,
        OVERDUE,
        /// The firm is asked, or has to say how it ended.
        WAITING_FOR_FIRM,
        OPEN,
        CLOSED,
        /// Not dispatched yet.
        TO_DISPATCH
    }

    public static final String NONE = "";
    public static final OrgId NO_UNIT = new OrgId("org_none");
    public static final AppealFilter ANY = of(View.ALL);

    public static AppealFilter of(View view) {
        return new AppealFilter(view, null, null, null, null, null, null, "", null, null, null);
    }

    /// Everything of one firm.
    public static AppealFilter ofFirm(OrgId firm) {
        return new AppealFilter(View.ALL, null, null, null, firm, null, null, "", null, null, null);
    }

    /// Everything that was raised from one moment until before another.
    public static AppealFilter raised(Instant from, Instant before) {
        return new AppealFilter(View.ALL, null, null, null, null, null, null, "", from, before, null);
    }
}
