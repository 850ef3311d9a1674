// SPDX-License-Identifier: Apache-2.0
/// The command line `atrium NOUN VERB`. Start at [AtriumCommand].
///
/// A command calls an engine, prints the result through [io.atrium.cli.console.Output] and ends with one of
/// [ExitStatus]; a refusal is a [CommandFailed]. Decisions are made in the engines, never here.
@NullMarked
package io.atrium.cli;

import org.jspecify.annotations.NullMarked;
