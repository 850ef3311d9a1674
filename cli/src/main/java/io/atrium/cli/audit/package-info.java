// SPDX-License-Identifier: Apache-2.0
/// `atrium ledger verify`: reads the ledger of an installation on one snapshot and lets the engine's audit judge it.
/// Start at [io.atrium.cli.audit.VerifyCommand].
@NullMarked
package io.atrium.cli.audit;

import org.jspecify.annotations.NullMarked;
