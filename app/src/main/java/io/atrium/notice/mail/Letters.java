// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import static io.atrium.jooq.Tables.MAIL_ITEM;
import static io.atrium.jooq.Tables.NOTICE;

import io.atrium.identity.Actors;
import io.atrium.identity.Seat;
import io.atrium.identity.Seats;
import io.atrium.jooq.tables.records.MailAddressRecord;
import io.atrium.jooq.tables.records.MailRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Inbox;
import io.atrium.notice.NoticeId;
import io.atrium.notice.NoticeView;
import io.atrium.notice.mail.MailChoice.Pace;
import io.atrium.web.component.Due;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a mail into words when it is sent (撰写邮件): only what is still in its reader's inbox and unread there. Who lost a
/// role, switched a kind off or read it on the page meanwhile gets no mail about it.
@Component
class Letters {

    private static final Comparator<Item> DEADLINES_FIRST =
            Comparator.comparing(Item::openUntil, Comparator.nullsLast(Comparator.naturalOrder()));

    private final DSLContext database;
    private final Actors actors;
    private final Inbox inbox;
    private final MailChoices choices;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final MailSettings settings;

    Letters(
            DSLContext database,
            Actors actors,
            Inbox inbox,
            MailChoices choices,
            BusinessClock clock,
            WorkingCalendar calendar,
            MailSettings settings) {
        this.database = database;
        this.actors = actors;
        this.inbox = inbox;
        this.choices = choices;
        this.clock = clock;
        this.calendar = calendar;
        this.settings = settings;
    }

    private record Item(Seat seat, NoticeView notice) {

        @Nullable
        Instant openUntil() {
            return notice.isOpen() ? notice.dueAt() : null;
        }
    }

    /// Empty when nothing is left to tell.
    Optional<Letter> write(MailRecord mail, MailAddressRecord address, Text t) {
        if (mail.getPurpose().equals(MailPurpose.CONFIRMATION.name())) {
            return code(address).map(code -> confirmation(code, t));
        }
        var person = new PersonId(mail.getPersonId());
        if (address.getConfirmedAt() == null || choices.find(person).pace() == Pace.NONE) {
            return Optional.empty();
        }
        var items = items(mail, person);
        return items.isEmpty() ? Optional.empty() : Optional.of(letter(items, t));
    }

    private Optional<String> code(MailAddressRecord address) {
        return Optional.ofNullable(address.getCode());
    }

    private Letter confirmation(String code, Text t) {
        var minutes = MailAddresses.CODE_VALID.toMinutes();
        return new Letter(
                t.of("notice.mail.code.subject", code),
                t.of("notice.mail.code.lead"),
                List.of(new Letter.Group(
                        "",
                        List.of(new Letter.Line(
                                t.of("notice.mail.code.text", code), t.of("notice.mail.code.valid", minutes))),
                        "",
                        "")),
                settings.link("/inbox/mail"));
    }

    private List<Item> items(MailRecord mail, PersonId person) {
        var seats = actors.seats(person);
        return database
                .select(NOTICE.ID, NOTICE.ORGANISATION_ID)
                .from(MAIL_ITEM)
                .join(NOTICE)
                .on(NOTICE.ID.eq(MAIL_ITEM.NOTICE_ID))
                .where(MAIL_ITEM.MAIL_ID.eq(mail.getId()))
                .orderBy(MAIL_ITEM.ID)
                .fetch()
                .stream()
                .flatMap(row -> item(seats, new OrgId(row.value2()), new NoticeId(row.value1())).stream())
                .toList();
    }

    private Optional<Item> item(Seats seats, OrgId organisation, NoticeId notice) {
        return seats.in(organisation)
                .flatMap(seat -> seats.actor(organisation)
                        .flatMap(actor -> inbox.find(actor, notice))
                        .filter(NoticeView::isUnread)
                        .map(found -> new Item(seat, found)));
    }

    private Letter letter(List<Item> items, Text t) {
        var bySubject = items.stream()
                .sorted(DEADLINES_FIRST)
                .collect(Collectors.groupingBy(
                        item -> item.seat().organisation() + item.notice().href(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new Letter(
                subject(items, t),
                t.of("notice.mail.lead"),
                eachOnce(bySubject.values().stream()
                        .map(group -> group(group, t))
                        .toList()),
                settings.link("/inbox/mail"));
    }

    /// An organisation is named where it begins.
    private static List<Letter.Group> eachOnce(List<Letter.Group> groups) {
        return IntStream.range(0, groups.size())
                .mapToObj(at -> at > 0
                                && groups.get(at)
                                        .organisation()
                                        .equals(groups.get(at - 1).organisation())
                        ? groups.get(at).unnamed()
                        : groups.get(at))
                .toList();
    }

    private static String subject(List<Item> items, Text t) {
        if (items.size() == 1) {
            return items.getFirst().notice().text(t);
        }
        long open = items.stream().filter(item -> item.notice().isOpen()).count();
        return items.stream()
                .map(Item::openUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(first -> t.of("notice.mail.digest.due", items.size(), open, first))
                .orElseGet(() -> t.of("notice.mail.digest.plain", items.size()));
    }

    private Letter.Group group(List<Item> items, Text t) {
        var first = items.getFirst();
        boolean isOpen = items.stream().anyMatch(item -> item.notice().isOpen());
        return new Letter.Group(
                t.lang() == Lang.ZH ? first.seat().nameZh() : first.seat().nameEn(),
                items.stream()
                        .map(item -> new Letter.Line(item.notice().text(t), due(item.notice(), t)))
                        .toList(),
                t.of(isOpen ? "notice.action.handle" : "notice.action.open"),
                settings.link(first.notice().href()));
    }

    private @Nullable String due(NoticeView notice, Text t) {
        var dueAt = notice.dueAt();
        if (dueAt == null) {
            return null;
        }
        return notice.isOpen()
                ? t.of(
                        "notice.mail.due",
                        dueAt,
                        Due.of(dueAt, clock.instant(), calendar).left(t))
                : t.of("notice.due.settled");
    }
}
