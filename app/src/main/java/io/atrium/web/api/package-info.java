// SPDX-License-Identifier: Apache-2.0

/// Shapes that every REST resource shares: money, pages with cursors.
@NullMarked
package io.atrium.web.api;

import org.jspecify.annotations.NullMarked;
