// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.notice.Inbox;
import io.atrium.notice.NoticeFilter;
import io.atrium.notice.NoticeId;
import io.atrium.notice.NoticeView;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.text.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own messages, for programs.
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "inbox")
class InboxApi {

    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    /// @param text in the language of the request
    /// @param readAt absent while unread
    record NoticeJson(
            String id,
            String kind,
            String text,
            String href,
            @Nullable Instant dueAt,
            @Nullable Instant settledAt,
            Instant sentAt,
            @Nullable Instant readAt) {}

    @Operation(summary = "One's own messages, newest first")
    @GetMapping
    CursorPage<NoticeJson> list(
            Actor actor,
            CursorQuery query,
            Text t,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Boolean unread,
            @RequestParam @Nullable Boolean open) {
        var found = inbox.listAfter(actor, new NoticeFilter(kind, unread, open), query.after(), query.rowsToRead());
        return CursorPage.of(query, found, notice -> notice.id().value(), notice -> json(notice, t));
    }

    @Operation(summary = "Mark a message as read")
    @PutMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable NoticeId id) {
        if (!inbox.read(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }

    @Operation(summary = "Mark a message as not read")
    @DeleteMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unread(Actor actor, @PathVariable NoticeId id) {
        if (!inbox.unread(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }

    private static NoticeJson json(NoticeView notice, Text t) {
        return new NoticeJson(
                notice.id().value(),
                notice.kind(),
                notice.text(t),
                notice.href(),
                notice.dueAt(),
                notice.settledAt(),
                notice.sentAt(),
                notice.readAt());
    }
}
