// SPDX-License-Identifier: Apache-2.0
/// What jobs do to vouchers and the ledger. Start at [io.atrium.compute.account.JobAccounts].
@NullMarked
package io.atrium.compute.account;

import org.jspecify.annotations.NullMarked;
