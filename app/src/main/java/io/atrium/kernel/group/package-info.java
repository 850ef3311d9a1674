// SPDX-License-Identifier: Apache-2.0
/// Group commit (成组提交): what many callers ask for at the same moment, in one transaction, for callers that have no
/// transaction of their own. Start at [io.atrium.kernel.group.GroupWriter].
///
/// The ledger commits postings so, the appeals take needs in so; why is in ADR 26.
@NullMarked
package io.atrium.kernel.group;

import org.jspecify.annotations.NullMarked;
