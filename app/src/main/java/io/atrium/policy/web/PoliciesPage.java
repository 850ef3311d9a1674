// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;

/// The public catalogue of policies.
public record PoliciesPage(ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    public record Row(
            String title, String href, String benefit, String issuer, String mode, String deadline, Tag status) {}
}
