// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.web;

import io.atrium.web.component.Table;
import java.util.List;

/// The official sheets that the reader may read.
public record SheetsPage(Table table, List<Row> rows) {

    public record Row(String href, String number, String kind, String title, String holder, String date) {}
}
