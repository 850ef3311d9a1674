// SPDX-License-Identifier: Apache-2.0

/// Search (搜索) over everything that a person may see. The records are found by the modules that own them, through
/// [io.atrium.web.search.SearchSource]; here they are put together, and an id leads straight to its record. Start at
/// [io.atrium.search.Search].
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "web"})
@NullMarked
package io.atrium.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
