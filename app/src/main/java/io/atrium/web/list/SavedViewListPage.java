// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import io.atrium.web.component.BulkAction;
import io.atrium.web.component.RowAction;
import io.atrium.web.component.Table;
import java.util.List;

/// What `jte/list/views.jte` shows.
public record SavedViewListPage(Table table, BulkAction removal, List<Row> rows) {

    public record Row(String id, String name, String href, String list, List<RowAction> actions) {}
}
