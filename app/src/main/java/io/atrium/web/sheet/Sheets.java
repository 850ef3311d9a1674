// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.operation.OperationResult;
import io.atrium.web.operation.Operations;
import io.atrium.web.operation.StartOperation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Hands out a list as a file (导出): all rows that the filter lets through, in the reader's language; a long one becomes
/// an
/// operation.
///
/// ```java
/// @GetMapping("/vouchers/export")
/// ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format) {
///     …the same scope and filter as the page…
///     return sheets.answer(SHEET, SheetRows.paged(total, (page, size) -> …), new SheetAsk(format, query, t));
/// }
/// ```
@Component
public class Sheets {

    /// More rows than anybody reads in a spreadsheet, and as many as fit into memory beside everything else.
    public static final int ROWS_MAX = 100_000;

    /// So many are written while somebody waits; more become an operation with a page of its own.
    public static final int ROWS_AT_ONCE = 5_000;

    private final BusinessClock clock;
    private final Operations operations;

    Sheets(BusinessClock clock, Operations operations) {
        this.clock = clock;
        this.operations = operations;
    }

    /// The file, or the page of the operation that makes it. Strangers get no operation.
    ///
    /// @throws RefusedException above the limit, before any row is read
    public <R> ResponseEntity<byte[]> answer(Sheet<R> sheet, SheetRows<R> rows, SheetAsk ask) {
        var actor = actor();
        int limit = actor.isPresent() ? ROWS_MAX : ROWS_AT_ONCE;
        if (rows.total() > limit) {
            throw new RefusedException(
                    new Refusal(SheetRefusal.EXPORT_TOO_LARGE, Map.of("rows", rows.total(), "limit", limit)));
        }
        return actor.isPresent() && rows.total() > ROWS_AT_ONCE
                ? later(actor.get(), sheet, rows, ask)
                : now(sheet, rows, ask);
    }

    private <R> ResponseEntity<byte[]> later(Actor actor, Sheet<R> sheet, SheetRows<R> rows, SheetAsk ask) {
        var start = new StartOperation(
                actor,
                ask.query().hrefOfExport(ask.format().suffix()),
                new StartOperation.Title("web.operation.export", sheet.titleKey()),
                List.of("web.operation.stage.rows", "web.operation.stage.file"),
                true);
        var begun = operations.start(start, progress -> {
            progress.stage(0, rows.total());
            var bytes = bytes(sheet, rows.watched(progress::done), ask);
            progress.stage(1);
            return new OperationResult.Download(name(sheet, ask), ask.format().mediaType(), bytes);
        });
        var page = "/operations/" + begun.id() + (begun.isNew() ? "" : "?already");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }

    private static Optional<Actor> actor() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(Actor.REQUEST_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    private <R> ResponseEntity<byte[]> now(Sheet<R> sheet, SheetRows<R> rows, SheetAsk ask) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ask.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(sheet, ask))
                .header(HttpHeaders.CONTENT_LANGUAGE, ask.t().lang().tag())
                .body(bytes(sheet, rows, ask));
    }

    private <R> byte[] bytes(Sheet<R> sheet, SheetRows<R> rows, SheetAsk ask) {
        return switch (ask.format()) {
            case CSV -> CsvFile.write(sheet, rows, ask.t());
            case XLSX -> XlsxFile.write(sheet, rows, ask.t(), note(rows.total(), ask));
        };
    }

    private XlsxFile.Note note(long rows, SheetAsk ask) {
        var now = LocalDateTime.ofInstant(clock.instant(), BusinessClock.ZONE).withNano(0);
        return new XlsxFile.Note(now, ask.query().hrefOfList(), rows);
    }

    private String attachment(Sheet<?> sheet, SheetAsk ask) {
        return ContentDisposition.attachment()
                .filename(name(sheet, ask), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private String name(Sheet<?> sheet, SheetAsk ask) {
        return ask.t().of(sheet.titleKey()) + "-" + clock.today() + "."
                + ask.format().suffix();
    }
}
