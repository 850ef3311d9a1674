// SPDX-License-Identifier: Apache-2.0
/// Writes the jOOQ classes of the database that the migrations describe.
///
/// Start at [Generate]. The build of the application calls it; nothing of it is in the application.
@NullMarked
package io.atrium.codegen;

import org.jspecify.annotations.NullMarked;
