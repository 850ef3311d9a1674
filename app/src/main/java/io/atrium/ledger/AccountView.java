// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.AccountRule;
import java.time.Instant;

/// An account as it is shown.
public record AccountView(
        AccountCode code, AccountRule.Limit limit, boolean closed, Balances balances, Instant openedAt) {}
