// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;

/// What `jte/company/list.jte` shows.
public record CompanyListPage(ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    public record Row(
            String href,
            String name,
            String code,
            String district,
            String industry,
            Tag residence,
            String registeredOn) {}
}
