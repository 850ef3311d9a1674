// SPDX-License-Identifier: Apache-2.0

/// What a person remembers of lists (列表偏好): columns, density, and named views. Pages need not know: the
/// [io.atrium.web.ListQuery] that a controller takes brings it along, and the components `table` and `filter` draw it.
@NullMarked
package io.atrium.web.list;

import org.jspecify.annotations.NullMarked;
