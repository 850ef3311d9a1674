// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Inbox;
import io.atrium.notice.NoticeChoices;
import io.atrium.notice.NoticeFilter;
import io.atrium.notice.NoticeId;
import io.atrium.notice.NoticeView;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Due;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/inbox`: one's own messages.
@Controller
class InboxPages {

    private final Inbox inbox;
    private final NoticeChoices choices;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final Sheets sheets;

    InboxPages(Inbox inbox, NoticeChoices choices, BusinessClock clock, WorkingCalendar calendar, Sheets sheets) {
        this.sheets = sheets;
        this.inbox = inbox;
        this.choices = choices;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Bean
    static NavItem inboxNavItem() {
        return NavItem.signedIn(NavGroup.START, "notice.nav", "/inbox", 10);
    }

    @Bean
    static NavItem choicesNavItem() {
        return NavItem.signedIn(NavGroup.ACCOUNT, "notice.choices.title", "/inbox/choices", 60);
    }

    @GetMapping("/inbox")
    PageView list(Actor actor, ListQuery query, Text t) {
        var filter = InboxPage.filter(query);
        var found = new InboxPage.Found(
                inbox.list(actor, filter, InboxPage.order(query), query.offset(), query.size()),
                inbox.count(actor, filter),
                inbox.count(actor, NoticeFilter.UNREAD) > 0);
        var page = InboxPage.of(
                found,
                query,
                new InboxPage.Kinds(choices.kinds(actor), choices.kinds()),
                due -> Due.of(due, clock.instant(), calendar),
                t);
        return PageView.of("notice/inbox", "notice.inbox.title", page);
    }

    @GetMapping("/inbox/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        var filter = InboxPage.filter(query);
        var order = InboxPage.order(query);
        var rows = SheetRows.paged(
                inbox.count(actor, filter),
                (page, size) -> inbox.list(actor, filter, order, (long) (page - 1) * size, size));
        var sheet = Sheet.<NoticeView>named("notice.inbox.caption")
                .text("notice.column.text", notice -> notice.text(t))
                .text("notice.filter.kind", notice -> InboxPage.kind(notice, choices.kinds(), t))
                .text(
                        "notice.filter.state",
                        notice -> t.of(notice.isUnread() ? "notice.state.unread" : "notice.state.read"))
                .moment("notice.column.due", NoticeView::dueAt)
                .moment("notice.column.settled", NoticeView::settledAt)
                .moment("notice.column.sent", NoticeView::sentAt);
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    /// Goes where the message leads; it is read with that.
    @PostMapping("/inbox/{id}/opening")
    SeeOther open(Actor actor, @PathVariable NoticeId id) {
        var notice = inbox.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        inbox.read(actor, id);
        return SeeOther.to(notice.href());
    }

    @PostMapping("/inbox/{id}/reading")
    SeeOther read(Actor actor, @PathVariable NoticeId id, @RequestParam(defaultValue = "") String back) {
        if (!inbox.read(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to(inboxPath(back)).saying(Flash.done("notice.flash.read"));
    }

    @PostMapping("/inbox/{id}/unreading")
    SeeOther unread(Actor actor, @PathVariable NoticeId id, @RequestParam(defaultValue = "") String back) {
        if (!inbox.unread(actor, id)) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return SeeOther.to(inboxPath(back)).saying(Flash.done("notice.flash.unread"));
    }

    @PostMapping("/inbox/readings")
    SeeOther readAll(Actor actor) {
        return SeeOther.to("/inbox")
                .saying(Flash.done("notice.flash.all-read", inbox.readAll(actor, NoticeFilter.UNREAD)));
    }

    /// Only back to the inbox itself.
    private static String inboxPath(String back) {
        return back.startsWith("/inbox?") ? back : "/inbox";
    }
}
