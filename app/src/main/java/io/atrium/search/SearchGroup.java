// SPDX-License-Identifier: Apache-2.0
package io.atrium.search;

import io.atrium.web.search.SearchFound;

/// What one source found (搜索结果分组).
///
/// @param name stands in addresses, and asks for this group alone
public record SearchGroup(String name, String titleKey, SearchFound found) {}
