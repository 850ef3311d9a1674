// SPDX-License-Identifier: Apache-2.0

/// The port through which modules tell what happened to a firm (时间线): one stream, newest first, whatever module it
/// comes from. Start at [io.atrium.web.timeline.TimelineSource].
@NullMarked
package io.atrium.web.timeline;

import org.jspecify.annotations.NullMarked;
