// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.store;

import static io.atrium.jooq.Tables.SERVICE_ITEM;
import static io.atrium.jooq.Tables.SERVICE_LINE;
import static io.atrium.jooq.Tables.SERVICE_PACK;
import static io.atrium.jooq.Tables.SERVICE_PACK_VERSION;
import static io.atrium.jooq.Tables.SERVICE_STEP;

import io.atrium.jooq.tables.records.ServiceItemRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.service.ItemId;
import io.atrium.service.ItemMove;
import io.atrium.service.ItemState;
import io.atrium.service.ItemStep;
import io.atrium.service.ItemView;
import io.atrium.service.PackId;
import io.atrium.service.PackVersion;
import io.atrium.service.PackView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Service packs and their items: for the firm, for the units that promised something in them, and for those who see
/// all.
@Component
public class PackStore {

    private static final List<String> TO_DO = List.of(ItemState.PROMISED.name(), ItemState.IN_WORK.name());

    private final DSLContext database;

    PackStore(DSLContext database) {
        this.database = database;
    }

    /// Whoever may see an item may see the pack that it stands in.
    private static Condition packSeen(Scope scope) {
        return switch (scope) {
            case Scope.All _ -> DSL.noCondition();
            case Scope.None _ -> DSL.falseCondition();
            case Scope.Own(var own) ->
                SERVICE_PACK
                        .FIRM_ID
                        .eq(own.value())
                        .or(SERVICE_PACK.ID.in(DSL.select(SERVICE_ITEM.PACK_ID)
                                .from(SERVICE_ITEM)
                                .where(SERVICE_ITEM.UNIT_ID.eq(own.value()))));
        };
    }

    /// A unit sees its own items of a pack only.
    private static Condition itemSeen(Scope scope) {
        return Scope.condition(scope, SERVICE_ITEM.FIRM_ID, SERVICE_ITEM.UNIT_ID);
    }

    public boolean insert(PackId id, OrgId firm) {
        return database.insertInto(SERVICE_PACK)
                        .set(SERVICE_PACK.ID, id.value())
                        .set(SERVICE_PACK.FIRM_ID, firm.value())
                        .set(SERVICE_PACK.VERSION, 1)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// A firm's pack, locked until the transaction ends.
    public Optional<PackView> lock(OrgId firm) {
        database.select(SERVICE_PACK.ID)
                .from(SERVICE_PACK)
                .where(SERVICE_PACK.FIRM_ID.eq(firm.value()))
                .forUpdate()
                .execute();
        return find(new Scope.All(), firm);
    }

    public void save(PackId pack, PackVersion version) {
        database.update(SERVICE_PACK)
                .set(SERVICE_PACK.VERSION, version.number())
                .where(SERVICE_PACK.ID.eq(pack.value()))
                .execute();
        database.insertInto(SERVICE_PACK_VERSION)
                .set(SERVICE_PACK_VERSION.PACK_ID, pack.value())
                .set(SERVICE_PACK_VERSION.NUMBER, version.number())
                .set(SERVICE_PACK_VERSION.TITLE, version.title())
                .set(SERVICE_PACK_VERSION.REASON, version.reason())
                .set(SERVICE_PACK_VERSION.BY_NAME, version.by())
                .set(SERVICE_PACK_VERSION.AT, version.at().atOffset(ZoneOffset.UTC))
                .execute();
        for (int place = 1; place <= version.lines().size(); place++) {
            var line = version.lines().get(place - 1);
            database.insertInto(SERVICE_LINE)
                    .set(SERVICE_LINE.PACK_ID, pack.value())
                    .set(SERVICE_LINE.NUMBER, version.number())
                    .set(SERVICE_LINE.PLACE, place)
                    .set(SERVICE_LINE.ITEM_ID, line.item().value())
                    .set(SERVICE_LINE.WORDS, line.words())
                    .set(SERVICE_LINE.UNIT_ID, line.unit().value())
                    .set(SERVICE_LINE.DUE_ON, line.dueOn())
                    .execute();
        }
    }

    /// Puts an item in, or makes it what it is now.
    public void save(ItemView item) {
        database.insertInto(SERVICE_ITEM)
                .set(SERVICE_ITEM.ID, item.id().value())
                .set(SERVICE_ITEM.PACK_ID, item.pack().value())
                .set(SERVICE_ITEM.FIRM_ID, item.firm().value())
                .set(SERVICE_ITEM.WORDS, item.words())
                .set(SERVICE_ITEM.UNIT_ID, item.unit().value())
                .set(SERVICE_ITEM.DUE_ON, item.dueOn())
                .set(SERVICE_ITEM.STATE, item.state().name())
                .onConflict(SERVICE_ITEM.ID)
                .doUpdate()
                .set(SERVICE_ITEM.WORDS, item.words())
                .set(SERVICE_ITEM.UNIT_ID, item.unit().value())
                .set(SERVICE_ITEM.DUE_ON, item.dueOn())
                .set(SERVICE_ITEM.STATE, item.state().name())
                .execute();
    }

    public Optional<PackView> find(Scope scope, PackId id) {
        return packs(scope, SERVICE_PACK.ID.eq(id.value()), 0, 1).stream().findFirst();
    }

    public Optional<PackView> find(Scope scope, OrgId firm) {
        return packs(scope, SERVICE_PACK.FIRM_ID.eq(firm.value()), 0, 1).stream()
                .findFirst();
    }

    /// Newest first.
    public List<PackView> list(Scope scope, long offset, int limit) {
        return packs(scope, DSL.noCondition(), offset, limit);
    }

    public int count(Scope scope) {
        return database.fetchCount(SERVICE_PACK, packSeen(scope));
    }

    private List<PackView> packs(Scope scope, Condition which, long offset, int limit) {
        return database.select(
                        SERVICE_PACK.ID,
                        SERVICE_PACK.FIRM_ID,
                        SERVICE_PACK.VERSION,
                        SERVICE_PACK_VERSION.TITLE,
                        items(scope))
                .from(SERVICE_PACK)
                .join(SERVICE_PACK_VERSION)
                .on(
                        SERVICE_PACK_VERSION.PACK_ID.eq(SERVICE_PACK.ID),
                        SERVICE_PACK_VERSION.NUMBER.eq(SERVICE_PACK.VERSION))
                .where(which, packSeen(scope))
                .orderBy(SERVICE_PACK.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> new PackView(
                        new PackId(row.value1()), new OrgId(row.value2()), row.value3(), row.value4(), row.value5()));
    }

    /// Of the version that counts, in its order.
    private static Field<List<ItemView>> items(Scope scope) {
        return DSL.multiset(DSL.select(
                                SERVICE_ITEM.ID,
                                SERVICE_ITEM.PACK_ID,
                                SERVICE_ITEM.FIRM_ID,
                                SERVICE_ITEM.WORDS,
                                SERVICE_ITEM.UNIT_ID,
                                SERVICE_ITEM.DUE_ON,
                                SERVICE_ITEM.STATE)
                        .from(SERVICE_ITEM)
                        .join(SERVICE_LINE)
                        .on(SERVICE_LINE.ITEM_ID.eq(SERVICE_ITEM.ID))
                        .where(
                                SERVICE_LINE.PACK_ID.eq(SERVICE_PACK.ID),
                                SERVICE_LINE.NUMBER.eq(SERVICE_PACK.VERSION),
                                itemSeen(scope))
                        .orderBy(SERVICE_LINE.PLACE))
                .convertFrom(rows -> rows.map(row -> new ItemView(
                        new ItemId(row.value1()),
                        new PackId(row.value2()),
                        new OrgId(row.value3()),
                        row.value4(),
                        new OrgId(row.value5()),
                        row.value6(),
                        ItemState.valueOf(row.value7()))));
    }

    /// Oldest first; whole versions are for the firm and for those who see all.
    public List<PackVersion> versions(Scope scope, PackId pack) {
        var lines = DSL.multiset(
                        DSL.select(SERVICE_LINE.ITEM_ID, SERVICE_LINE.WORDS, SERVICE_LINE.UNIT_ID, SERVICE_LINE.DUE_ON)
                                .from(SERVICE_LINE)
                                .where(
                                        SERVICE_LINE.PACK_ID.eq(SERVICE_PACK_VERSION.PACK_ID),
                                        SERVICE_LINE.NUMBER.eq(SERVICE_PACK_VERSION.NUMBER))
                                .orderBy(SERVICE_LINE.PLACE))
                .convertFrom(rows -> rows.map(row -> new PackVersion.Line(
                        new ItemId(row.value1()), row.value2(), new OrgId(row.value3()), row.value4())));
        return database.select(SERVICE_PACK_VERSION, lines)
                .from(SERVICE_PACK_VERSION)
                .join(SERVICE_PACK)
                .on(SERVICE_PACK.ID.eq(SERVICE_PACK_VERSION.PACK_ID))
                .where(SERVICE_PACK.ID.eq(pack.value()), Scope.condition(scope, SERVICE_PACK.FIRM_ID))
                .orderBy(SERVICE_PACK_VERSION.NUMBER)
                .fetch(row -> new PackVersion(
                        row.value1().getNumber(),
                        row.value1().getTitle(),
                        row.value1().getReason(),
                        row.value1().getByName(),
                        row.value1().getAt().toInstant(),
                        row.value2()));
    }

    /// The item, locked until the transaction ends.
    public Optional<ItemView> lockItem(Scope scope, ItemId id) {
        return database.selectFrom(SERVICE_ITEM)
                .where(SERVICE_ITEM.ID.eq(id.value()), itemSeen(scope))
                .forUpdate()
                .fetchOptional(PackStore::view);
    }

    public Optional<ItemView> findItem(Scope scope, ItemId id) {
        return database.selectFrom(SERVICE_ITEM)
                .where(SERVICE_ITEM.ID.eq(id.value()), itemSeen(scope))
                .fetchOptional(PackStore::view);
    }

    /// Items of a unit that are to do, earliest first.
    public List<ItemView> toDo(OrgId unit, int limit) {
        return database.selectFrom(SERVICE_ITEM)
                .where(SERVICE_ITEM.UNIT_ID.eq(unit.value()), SERVICE_ITEM.STATE.in(TO_DO))
                .orderBy(SERVICE_ITEM.DUE_ON, SERVICE_ITEM.ID)
                .limit(limit)
                .fetch(PackStore::view);
    }

    /// Items that wait for the firm's word.
    public List<ItemView> toConfirm(OrgId firm, int limit) {
        return database.selectFrom(SERVICE_ITEM)
                .where(SERVICE_ITEM.FIRM_ID.eq(firm.value()), SERVICE_ITEM.STATE.eq(ItemState.DONE.name()))
                .orderBy(SERVICE_ITEM.ID)
                .limit(limit)
                .fetch(PackStore::view);
    }

    public void insert(String id, ItemId item, ItemStep step) {
        database.insertInto(SERVICE_STEP)
                .set(SERVICE_STEP.ID, id)
                .set(SERVICE_STEP.ITEM_ID, item.value())
                .set(SERVICE_STEP.MOVE, step.move().name())
                .set(SERVICE_STEP.WORDS, step.words())
                .set(SERVICE_STEP.BY_NAME, step.by())
                .set(SERVICE_STEP.ORGANISATION_ID, step.organisation().value())
                .set(SERVICE_STEP.AT, step.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Of an item that was found, oldest first.
    public List<ItemStep> steps(ItemId item) {
        return database.selectFrom(SERVICE_STEP)
                .where(SERVICE_STEP.ITEM_ID.eq(item.value()))
                .orderBy(SERVICE_STEP.ID)
                .fetch(row -> new ItemStep(
                        ItemMove.valueOf(row.getMove()),
                        row.getWords(),
                        row.getByName(),
                        new OrgId(row.getOrganisationId()),
                        row.getAt().toInstant()));
    }

    /// Takes items that end until a day and of which nobody was reminded for that day.
    public List<ItemView> takeToRemind(LocalDate from, LocalDate until) {
        return take(SERVICE_ITEM.REMINDED_FOR, SERVICE_ITEM.DUE_ON.between(from, until));
    }

    /// Takes items whose day went by and of which nobody was told.
    public List<ItemView> takeMissed(LocalDate before) {
        return take(SERVICE_ITEM.MISSED_FOR, SERVICE_ITEM.DUE_ON.lt(before));
    }

    private List<ItemView> take(Field<LocalDate> mark, Condition which) {
        return database.update(SERVICE_ITEM)
                .set(mark, SERVICE_ITEM.DUE_ON)
                .where(which, SERVICE_ITEM.STATE.in(TO_DO), mark.isDistinctFrom(SERVICE_ITEM.DUE_ON))
                .returning()
                .fetch(PackStore::view);
    }

    private static ItemView view(ServiceItemRecord row) {
        return new ItemView(
                new ItemId(row.getId()),
                new PackId(row.getPackId()),
                new OrgId(row.getFirmId()),
                row.getWords(),
                new OrgId(row.getUnitId()),
                row.getDueOn(),
                ItemState.valueOf(row.getState()));
    }
}
