// SPDX-License-Identifier: Apache-2.0

/// The frame around every page: how a [io.atrium.web.PageView] becomes HTML, which language and theme it has, and which
/// style sheet and scripts it links. Modules never name these types.
@NullMarked
package io.atrium.web.frame;

import org.jspecify.annotations.NullMarked;
