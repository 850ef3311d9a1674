// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.Version;
import io.atrium.admin.VersionId;
import io.atrium.admin.VersionState;
import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The versions of a subject, and where a new draft begins.
///
/// @param draftPath where a draft is posted
/// @param draftHref the draft that somebody works on; null when one may be begun
public record VersionList(
        Table table,
        List<Row> rows,
        String draftPath,
        @Nullable String draftHref,
        RequestKey draftKey) {

    /// @param effective when it counts or counted from; null before it is published
    public record Row(
            String id,
            int number,
            String href,
            Tag state,
            String author,
            Instant createdAt,
            @Nullable String reviewer,
            @Nullable LocalDate effective,
            boolean canBeCopied,
            RequestKey key) {}

    static <C> VersionList of(
            List<Version<C>> versions, String draftPath, Function<VersionId, String> path, Supplier<RequestKey> keys) {
        var open = versions.stream().filter(Version::isOpen).findFirst();
        var rows = versions.stream()
                .map(version -> row(version, open.isEmpty(), path.apply(version.id()), keys.get()))
                .toList();
        return new VersionList(
                table(rows.size()),
                rows,
                draftPath,
                open.map(version -> path.apply(version.id())).orElse(null),
                keys.get());
    }

    private static Table table(int rows) {
        return Table.of(
                "admin.version.list",
                Empty.nothingYet("admin.version.list.none"),
                rows,
                Column.number("admin.version.number"),
                Column.text("admin.version.state"),
                Column.text("admin.version.author"),
                Column.text("admin.version.reviewer"),
                Column.text("admin.version.effective"),
                Column.text("admin.work.action"));
    }

    private static Row row(Version<?> version, boolean isFree, String path, RequestKey key) {
        var review = version.review();
        return new Row(
                version.id().value(),
                version.number(),
                path,
                VersionWords.tag(version.state()),
                version.author().name(),
                version.createdAt(),
                review == null ? null : review.name(),
                review == null ? null : review.effectiveOn(),
                isFree && version.state() == VersionState.PUBLISHED,
                key);
    }
}
