// SPDX-License-Identifier: Apache-2.0

/// The port through which modules tell their open deadlines (办理期限), so that a change of the working calendar can show
/// beforehand which of them move, and moves them. Start at [io.atrium.web.deadline.DeadlineSource].
@NullMarked
package io.atrium.web.deadline;

import org.jspecify.annotations.NullMarked;
