// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/file.jte` shows.
///
/// @param asOf the day and the moment that the facts are told for, in words
public record CompanyFilePage(
        List<Tag> badges,
        List<Fact> identity,
        String asOf,
        String validOn,
        List<Group> groups,
        Table missing,
        List<MissingRow> missingRows,
        String entitlementsHref) {

    public record Group(Table table, List<FactRow> rows) {}

    public record FactRow(
            String fact,
            String value,
            String source,
            @Nullable String evidenceHref,
            String visibility,
            Tag state) {}

    public record MissingRow(String fact, String unlocks, String visibility) {}
}
