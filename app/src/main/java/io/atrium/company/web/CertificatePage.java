// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/certificates.jte` shows.
public record CertificatePage(
        IdentityBar identity, List<Tab> tabs, @Nullable String addHref, Table table, List<Row> rows) {

    /// @param trustText who checked it and when; @param check the button of an office
    public record Row(
            String kind,
            String number,
            String issuer,
            String validUntil,
            Tag state,
            String fileHref,
            Tag trust,
            @Nullable String trustText,
            @Nullable Form check,
            @Nullable String removeHref) {}
}
