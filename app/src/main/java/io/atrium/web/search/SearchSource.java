// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.search;

import io.atrium.kernel.access.Actor;
import io.atrium.web.text.Text;
import org.jspecify.annotations.Nullable;

/// A module's part of the search (搜索来源): one bean per type of record. What the actor may not see is not found, with
/// the scope inside the SQL; an actor without the permission finds nothing and costs no query.
public interface SearchSource {

    /// Message key of the group's heading: `voucher.search.title`.
    String titleKey();

    /// Groups stand in this order, small numbers first.
    int order();

    /// The best `limit` records for these words, and how many there are in all.
    SearchFound find(Actor actor, SearchWords words, int limit, Text t);

    /// The page of the record with exactly this id, code or number when the actor may see it, else null.
    default @Nullable String jump(Actor actor, String id) {
        return null;
    }
}
