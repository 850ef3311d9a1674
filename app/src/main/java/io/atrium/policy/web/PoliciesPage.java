// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;

/// The public catalogue of policies.
public record PoliciesPage(Table table, List<Row> rows) {

    public record Row(
            String title, String href, String benefit, String issuer, String mode, String period, Tag status) {}
}
