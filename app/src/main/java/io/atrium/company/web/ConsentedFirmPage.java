// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a bank sees: the firms that let it, and of each the facts that it may read.
public final class ConsentedFirmPage {

    private ConsentedFirmPage() {}

    /// What `jte/company/consented-list.jte` shows.
    public record Listing(List<Tab> tabs, Table table, List<Row> rows) {}

    public record Row(String href, String name, String code, String district, String industry) {}

    /// What `jte/company/consent-changes.jte` shows.
    public record Changes(List<Tab> tabs, Table table, List<ConsentRow> rows) {}

    /// @param href the firm's file; null when it may no longer be read
    public record ConsentRow(String firm, @Nullable String href, ConsentPage.Row consent) {}

    /// What `jte/company/consented.jte` shows.
    public record File(String asOf, List<CompanyFilePage.Group> groups) {}
}
