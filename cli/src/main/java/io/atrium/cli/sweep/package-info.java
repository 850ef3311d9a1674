// SPDX-License-Identifier: Apache-2.0
/// `atrium policy sweep` and `atrium policy city`: policies over many firms from a file, and an invented file to try it
/// with.
@NullMarked
package io.atrium.cli.sweep;

import org.jspecify.annotations.NullMarked;
