// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.web.component.Tab;
import io.atrium.web.desk.DeskItem;
import java.util.List;

/// What `/to-dos` shows.
///
/// @param isAhead whether the items wait for somebody else
public record ToDosPage(List<Tab> tabs, List<DeskItem> items, boolean isAhead) {}
