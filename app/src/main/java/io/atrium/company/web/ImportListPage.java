// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;

/// What `jte/company/imports.jte` shows.
public record ImportListPage(Form form, Table table, List<Row> rows) {

    public record Row(String href, String fileName, Tag result, int rows, String by, String at) {}
}
