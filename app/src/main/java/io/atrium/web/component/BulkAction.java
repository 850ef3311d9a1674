// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// Something that can be done with several rows at once (批量操作): a button under the list, which leads to a page that
/// says how many rows and what will happen. Rows carry `table/pick.jte`; the page gets their ids as `chosen`.
///
/// @param action the page that asks for confirmation; it changes nothing
public record BulkAction(String action, String labelKey) {}
