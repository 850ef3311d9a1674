// SPDX-License-Identifier: Apache-2.0

/// The port through which modules let their records be found (搜索). Start at [io.atrium.web.search.SearchSource].
@NullMarked
package io.atrium.web.search;

import org.jspecify.annotations.NullMarked;
