// SPDX-License-Identifier: Apache-2.0

/// The port through which modules tell what somebody disagrees with (异议事项): an appeal about a record is pre-filled with
/// what that record says. Start at [io.atrium.web.concern.ConcernSource].
@NullMarked
package io.atrium.web.concern;

import org.jspecify.annotations.NullMarked;
