// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// Something that can be done with one row of a list (行操作): a link, already in the reader's language. What changes
/// anything leads to a page that asks first.
public record RowAction(String text, String href) {}
