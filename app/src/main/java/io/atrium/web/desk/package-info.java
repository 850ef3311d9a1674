// SPDX-License-Identifier: Apache-2.0

/// The port through which modules put things on a person's desk (工作台): the home page shows them without knowing who
/// they come from. Start at [io.atrium.web.desk.DeskSource].
@NullMarked
package io.atrium.web.desk;

import org.jspecify.annotations.NullMarked;
