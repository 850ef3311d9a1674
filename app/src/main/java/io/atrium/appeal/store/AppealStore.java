// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Sequences.APPEAL_CHANGE;
import static io.atrium.jooq.Sequences.APPEAL_NUMBER;
import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_FILE;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealKind;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.RaiseAppeal;
import io.atrium.appeal.domain.Building;
import io.atrium.files.FileId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Appeals one by one: put in, taken out to be changed, shown. Lists are [AppealLists]'s.
@Component
public class AppealStore {

    private final DSLContext database;
    private final ClockStore clocks;
    private final WorkingCalendar calendar;

    AppealStore(DSLContext database, ClockStore clocks, WorkingCalendar calendar) {
        this.database = database;
        this.clocks = clocks;
        this.calendar = calendar;
    }

    /// `Q-2026-000123`.
    public String nextNumber(int year) {
        return nextNumbers(year, 1).getFirst();
    }

    /// So many, in the order in which they are given out.
    public List<String> nextNumbers(int year, int count) {
        return database.select(APPEAL_NUMBER.nextval())
                .from(DSL.generateSeries(1, count))
                .fetch(row -> "Q-%d-%06d".formatted(year, row.value1()));
    }

    /// A new case, kept by [#save].
    public CaseFile open(Actor actor, RaiseAppeal command, AppealKind kind, AppealId id, String number, Instant now) {
        var about = command.about();
        var row = database.newRecord(APPEAL);
        row.setId(id.value());
        row.setNumber(number);
        row.setFirmId(command.firm().value());
        row.setCategory(command.category());
        row.setKind(kind.name());
        row.setUrgency(command.urgency().name());
        row.setChannel(command.channel().name());
        row.setTitle(command.title());
        row.setWords(command.words());
        row.setIsConfidential(command.isConfidential());
        row.setContact(command.contact());
        row.setPlace(command.place());
        row.setBuilding(Building.of(command.place()));
        row.setAboutHref(about == null ? null : about.href());
        row.setAboutTitle(about == null ? null : about.title());
        row.setExternalNumber(command.externalNumber());
        row.setState(AppealState.RAISED.name());
        row.setReturns(0);
        row.setRedone(false);
        row.setExtended(false);
        row.setIsOverdue(false);
        row.setRaisedBy(actor.name());
        row.setRaisedById(actor.person().value());
        row.setRaisedAt(now.atOffset(ZoneOffset.UTC));
        return CaseFile.fresh(row, now, calendar);
    }

    /// Those of these numbers that appeals have already.
    public Set<String> taken(Collection<String> externalNumbers) {
        return database.select(APPEAL.EXTERNAL_NUMBER)
                .from(APPEAL)
                .where(APPEAL.EXTERNAL_NUMBER.in(externalNumbers))
                .fetchSet(APPEAL.EXTERNAL_NUMBER);
    }

    /// The case, locked until the transaction ends.
    public Optional<CaseFile> lock(Condition visible, AppealId id, Instant now) {
        return database.selectFrom(APPEAL)
                .where(visible, APPEAL.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .map(row -> new CaseFile(row, clocks.of(id), now, calendar));
    }

    /// Those of some cases that are there, locked in the order of their ids until the transaction ends.
    public List<CaseFile> lockAll(Collection<AppealId> cases, Instant now) {
        var ids = cases.stream().map(AppealId::value).toList();
        var rows = database.selectFrom(APPEAL)
                .where(APPEAL.ID.in(ids))
                .orderBy(APPEAL.ID)
                .forUpdate()
                .fetch();
        var clocksOf = clocks.of(ids);
        return rows.map(row -> new CaseFile(row, clocksOf.getOrDefault(row.getId(), List.of()), now, calendar));
    }

    public void save(CaseFile file) {
        saveAll(List.of(file));
    }

    /// New cases are put in, others changed, all at once; either way each gets the next number of change, from the
    /// database.
    public void saveAll(Collection<CaseFile> files) {
        files.forEach(CaseFile::noteNextDue);
        var news = files.stream().filter(CaseFile::isNew).map(file -> file.row).toList();
        var changes =
                files.stream().filter(file -> !file.isNew()).map(this::change).toList();
        if (!news.isEmpty()) {
            database.batchInsert(news).execute();
        }
        if (!changes.isEmpty()) {
            database.batch(changes).execute();
        }
        clocks.save(files);
        files.forEach(CaseFile::kept);
    }

    private Query change(CaseFile file) {
        return database.update(APPEAL)
                .set(file.row)
                .set(APPEAL.CHANGE, APPEAL_CHANGE.nextval())
                .set(APPEAL.CHANGED_AT, DSL.field("clock_timestamp()", OffsetDateTime.class))
                .where(APPEAL.ID.eq(file.id().value()));
    }

    /// Those of some that may be seen, by their ids.
    public Map<AppealId, AppealView> findAll(Condition visible, Collection<AppealId> ids) {
        return database
                .selectFrom(APPEAL)
                .where(visible, APPEAL.ID.in(ids.stream().map(AppealId::value).toList()))
                .fetch(AppealRows::view)
                .stream()
                .collect(toMap(AppealView::id, identity()));
    }

    public Optional<AppealView> find(Condition visible, AppealId id) {
        return database.selectFrom(APPEAL)
                .where(visible, APPEAL.ID.eq(id.value()))
                .fetchOptional(AppealRows::view);
    }

    public void attach(AppealId appeal, FileId file) {
        database.insertInto(APPEAL_FILE, APPEAL_FILE.APPEAL_ID, APPEAL_FILE.FILE_ID)
                .values(appeal.value(), file.value())
                .execute();
    }

    /// Whether the file is attached to the appeal, and the appeal may be seen.
    public boolean holds(Condition visible, AppealId appeal, FileId file) {
        return database.fetchExists(
                APPEAL_FILE.join(APPEAL).on(APPEAL.ID.eq(APPEAL_FILE.APPEAL_ID)),
                visible.and(APPEAL_FILE.APPEAL_ID.eq(appeal.value())).and(APPEAL_FILE.FILE_ID.eq(file.value())));
    }

    /// Of an appeal that was found.
    public List<FileId> files(AppealId appeal) {
        return database.selectFrom(APPEAL_FILE)
                .where(APPEAL_FILE.APPEAL_ID.eq(appeal.value()))
                .orderBy(APPEAL_FILE.FILE_ID)
                .fetch(row -> new FileId(row.getFileId()));
    }
}
