// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/consents.jte` shows: who reads the file, by the firm's consent or by role.
public record ConsentPage(
        IdentityBar identity,
        List<Tab> tabs,
        @Nullable String grantHref,
        Table consents,
        List<Row> rows,
        Table byRole,
        List<RoleRow> roleRows) {

    public record Row(
            String body,
            String groups,
            String purpose,
            String since,
            String until,
            Tag state,
            @Nullable String ended,
            @Nullable String revokeHref) {}

    public record RoleRow(String body, String facts, String basis) {}
}
