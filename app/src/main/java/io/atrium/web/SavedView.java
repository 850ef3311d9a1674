// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

/// A list with a filter, kept by a person under a name (保存的视图).
///
/// @param query the part of the address after the question mark; empty shows the whole list
public record SavedView(String id, String list, String name, String query) {

    public String href() {
        return query.isEmpty() ? list : list + "?" + query;
    }
}
