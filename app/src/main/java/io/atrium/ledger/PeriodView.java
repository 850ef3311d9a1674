// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import java.util.List;
import java.util.Map;

/// What happened in some accounts between two instants (期间流水). Opening and closing are each read from all transfers
/// up to their instant, not from the lines, so that whoever adds the lines up proves something.
///
/// @param lines oldest first, each with the account that it belongs to
public record PeriodView(Map<AccountCode, Standing> opening, List<Line> lines, Map<AccountCode, Standing> closing) {

    public record Line(AccountCode account, EntryView entry) {}
}
