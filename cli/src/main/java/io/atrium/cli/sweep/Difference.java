// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.engine.decision.column.PolicyResult;

/// Who wins and who loses when figures are moved (受益与受损企业).
///
/// @param gained firms that got nothing and now get something
/// @param lost firms that got something and now get nothing
/// @param more firms that get more than before
/// @param less firms that get less than before
record Difference(long gained, long lost, long more, long less, long budgetFen) {

    static Difference between(PolicyResult before, PolicyResult after, int rows) {
        long gained = 0;
        long lost = 0;
        long more = 0;
        long less = 0;
        for (int row = 0; row < rows; row++) {
            boolean had = gets(before, row);
            boolean has = gets(after, row);
            long change =
                    after.amountFenAt(row).orElse(0) - before.amountFenAt(row).orElse(0);
            gained += has && !had ? 1 : 0;
            lost += had && !has ? 1 : 0;
            more += had && has && change > 0 ? 1 : 0;
            less += had && has && change < 0 ? 1 : 0;
        }
        return new Difference(gained, lost, more, less, after.budgetFen() - before.budgetFen());
    }

    boolean isNone() {
        return gained + lost + more + less == 0;
    }

    private static boolean gets(PolicyResult result, int row) {
        return switch (result.outcomeAt(row)) {
            case ENTITLED, CEILING, REVIEW -> true;
            case NOT_YET, UNKNOWN, NOT_IN_FORCE -> false;
        };
    }
}
