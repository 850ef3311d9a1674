// SPDX-License-Identifier: Apache-2.0
/// Printing: results on standard output as a table for people or JSON for programs, messages on standard error.
@NullMarked
package io.atrium.cli.console;

import org.jspecify.annotations.NullMarked;
