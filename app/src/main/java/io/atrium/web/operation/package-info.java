// SPDX-License-Identifier: Apache-2.0

/// Work that takes longer than a person waits (长时间操作): it goes on without them, has a page that says how far it is,
/// and tells its end. It is not a queue for timers: those are tasks of the scheduler. Start at
/// [io.atrium.web.operation.Operations].
@NullMarked
package io.atrium.web.operation;

import org.jspecify.annotations.NullMarked;
