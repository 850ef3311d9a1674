// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/file.jte` shows.
///
/// @param asOf the day and the moment that the facts are told for, in words
/// @param gist how many facts there are, how many are stale and how many are missing
/// @param summary the button that issues the file on paper
public record CompanyFilePage(
        IdentityBar identity,
        List<Tab> tabs,
        String gist,
        String asOf,
        String validOn,
        List<Group> groups,
        Links links,
        Form summary) {

    /// @param id anchor of the group; @param note how many facts, and how many of them are stale
    public record Group(String id, String title, String note, Table table, List<FactRow> rows) {}

    /// @param rule why a value counts as stale, in words
    /// @param correctHref absent for whoever may not ask for a correction
    public record FactRow(
            String fact,
            String value,
            String source,
            @Nullable String evidenceHref,
            String audience,
            Tag state,
            @Nullable String rule,
            @Nullable String correctHref) {}

    /// @param entitlements null for who may not read what a firm is entitled to
    /// @param members null for who may not look after the firm's people
    public record Links(
            @Nullable String entitlements, @Nullable String members, String missing) {}
}
