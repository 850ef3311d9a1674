// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.Rules;
import io.atrium.identity.Audit;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.store.PackStore;
import io.atrium.web.Requests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of service packs (服务包): what a firm was promised, by whom and by when. A change is a new version of
/// the whole list; a promise is kept when the firm says so.
@Component
public class ServicePacks {

    private static final String STEP_PREFIX = "sps";
    private static final int DESK_MAX = 50;

    private final PackStore store;
    private final Organisations organisations;
    private final Rules rules;
    private final PackNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ServicePacks(
            PackStore store,
            Organisations organisations,
            Rules rules,
            PackNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.organisations = organisations;
        this.rules = rules;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Writes a firm's first version, or the next.
    @Transactional
    public PackId write(Actor actor, WritePack command) {
        actor.require(Permission.SERVE_FIRM);
        return requests.once(actor, command.key(), command, PackId.class, () -> writeNow(actor, command));
    }

    private PackId writeNow(Actor actor, WritePack command) {
        requireFirm(actor, command.firm());
        var before = store.lock(command.firm());
        if (before.map(PackView::version).orElse(0) != command.seen()) {
            throw new RefusedException(CommonRefusal.CHANGED_MEANWHILE);
        }
        var title = text(command.title(), WritePack.TITLE_LENGTH_MAX, ServiceRefusal.PACK_TITLE_LENGTH);
        var reason = text(command.reason(), WritePack.REASON_LENGTH_MAX, ServiceRefusal.SERVICE_REASON_LENGTH);
        var pack = before.map(PackView::id).orElseGet(() -> new PackId(ids.next(PackId.PREFIX)));
        var items = items(pack, command, before.map(PackView::items).orElse(List.of()));
        if (before.isEmpty() && !store.insert(pack, command.firm())) {
            throw new RefusedException(CommonRefusal.CHANGED_MEANWHILE);
        }
        items.forEach(store::save);
        var version = new PackVersion(
                command.seen() + 1,
                title,
                reason,
                actor.name(),
                clock.instant(),
                items.stream()
                        .filter(item -> item.state() != ItemState.DROPPED)
                        .map(item -> new PackVersion.Line(item.id(), item.words(), item.unit(), item.dueOn()))
                        .toList());
        store.save(pack, version);
        audit.record(
                actor,
                "service.pack-written",
                pack.value(),
                Map.of("firm", command.firm().value(), "version", version.number()));
        notices.written(pack, command.firm(), version);
        return pack;
    }

    /// What the items become: as written, those that the firm confirmed as they were, the rest dropped.
    private List<ItemView> items(PackId pack, WritePack command, List<ItemView> before) {
        var old =
                before.stream().collect(Collectors.toMap(ItemView::id, item -> item, (a, _) -> a, LinkedHashMap::new));
        var items = new ArrayList<ItemView>();
        before.stream().filter(item -> item.state() == ItemState.CONFIRMED).forEach(item -> {
            items.add(item);
            old.remove(item.id());
        });
        if (command.lines().isEmpty() || items.size() + command.lines().size() > WritePack.LINES_MAX) {
            throw new RefusedException(Refusal.of(ServiceRefusal.PACK_LINES, "limit", WritePack.LINES_MAX));
        }
        command.lines().forEach(line -> items.add(item(pack, command.firm(), line, old)));
        old.values().forEach(item -> items.add(with(item, ItemState.DROPPED)));
        return items;
    }

    private ItemView item(PackId pack, OrgId firm, WritePack.Line line, Map<ItemId, ItemView> old) {
        var words = text(line.words(), WritePack.WORDS_LENGTH_MAX, ServiceRefusal.PACK_WORDS_LENGTH);
        if (rules.units().stream().map(OrganisationView::id).noneMatch(line.unit()::equals)) {
            throw new RefusedException(ServiceRefusal.PACK_UNIT_UNKNOWN);
        }
        var id = line.item();
        var before = id == null ? null : old.remove(id);
        if (id != null && before == null) {
            throw new RefusedException(CommonRefusal.CHANGED_MEANWHILE);
        }
        boolean isMoved = before == null || !before.dueOn().equals(line.dueOn());
        if (isMoved && (line.dueOn().isBefore(clock.today()) || line.dueOn().isAfter(calendar.lastDay()))) {
            throw new RefusedException(Refusal.of(ServiceRefusal.PACK_DAY, "last", calendar.lastDay()));
        }
        return before == null
                ? new ItemView(
                        new ItemId(ids.next(ItemId.PREFIX)),
                        pack,
                        firm,
                        words,
                        line.unit(),
                        line.dueOn(),
                        ItemState.PROMISED)
                : new ItemView(before.id(), pack, firm, words, line.unit(), line.dueOn(), before.state());
    }

    private static ItemView with(ItemView item, ItemState state) {
        return new ItemView(item.id(), item.pack(), item.firm(), item.words(), item.unit(), item.dueOn(), state);
    }

    /// Makes a move with an item. Returns the state after it.
    @Transactional
    public ItemState move(Actor actor, MoveItem command) {
        return requests.once(actor, command.key(), command, ItemState.class, () -> {
            var item = store.lockItem(actor.scope(Permission.READ_SERVICE), command.item())
                    .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            if (!isHand(actor, item, command.move())) {
                throw new RefusedException(Refusal.of(
                        CommonRefusal.NOT_ALLOWED,
                        "permission",
                        permission(command.move()).name()));
            }
            var state = item.state()
                    .after(command.move())
                    .orElseThrow(() -> new RefusedException(ServiceRefusal.PACK_ITEM_NOT_NOW));
            var words = command.words().strip();
            if (words.length() > MoveItem.WORDS_LENGTH_MAX || (words.isEmpty() && command.move() != ItemMove.CONFIRM)) {
                throw new RefusedException(
                        Refusal.of(ServiceRefusal.PACK_STEP_LENGTH, "limit", MoveItem.WORDS_LENGTH_MAX));
            }
            var step = new ItemStep(command.move(), words, actor.name(), actor.organisation(), clock.instant());
            var id = ids.next(STEP_PREFIX);
            store.save(with(item, state));
            store.insert(id, item.id(), step);
            audit.record(
                    actor,
                    "service.item-moved",
                    item.id().value(),
                    Map.of("move", command.move().name()));
            notices.moved(id, item, step);
            return state;
        });
    }

    /// What an actor who sees an item may do with it now.
    public static List<ItemMove> offered(Actor actor, ItemView item) {
        return Arrays.stream(ItemMove.values())
                .filter(move -> item.state().after(move).isPresent())
                .filter(move -> isHand(actor, item, move))
                .toList();
    }

    /// The unit reports, the firm has the last word.
    private static boolean isHand(Actor actor, ItemView item, ItemMove move) {
        return actor.scope(permission(move))
                .sees(permission(move) == Permission.DELIVER_SERVICE ? item.unit() : item.firm());
    }

    private static Permission permission(ItemMove move) {
        return switch (move) {
            case PROGRESS, FINISH -> Permission.DELIVER_SERVICE;
            case CONFIRM, REOPEN -> Permission.CONFIRM_SERVICE;
        };
    }

    /// Organisations that may promise something.
    @Transactional(readOnly = true)
    public List<OrganisationView> units() {
        return rules.units();
    }

    @Transactional(readOnly = true)
    public Optional<PackView> find(Actor actor, PackId id) {
        return store.find(actor.scope(Permission.READ_SERVICE), id);
    }

    @Transactional(readOnly = true)
    public Optional<PackView> ofFirm(Actor actor, OrgId firm) {
        return store.find(actor.scope(Permission.READ_SERVICE), firm);
    }

    @Transactional(readOnly = true)
    public List<PackView> list(Actor actor, long offset, int limit) {
        return store.list(actor.scope(Permission.READ_SERVICE), offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return store.count(actor.scope(Permission.READ_SERVICE));
    }

    /// Oldest first; none for a unit, which sees its own items only.
    @Transactional(readOnly = true)
    public List<PackVersion> versions(Actor actor, PackId pack) {
        return store.versions(actor.scope(Permission.READ_SERVICE), pack);
    }

    @Transactional(readOnly = true)
    public Optional<ItemView> findItem(Actor actor, ItemId id) {
        return store.findItem(actor.scope(Permission.READ_SERVICE), id);
    }

    /// Of an item that the caller was allowed to find, oldest first.
    @Transactional(readOnly = true)
    public List<ItemStep> steps(ItemView item) {
        return store.steps(item.id());
    }

    /// What the actor's own organisation has to do.
    @Transactional(readOnly = true)
    public List<ItemView> toDo(Actor actor) {
        return actor.may(Permission.DELIVER_SERVICE) ? store.toDo(actor.organisation(), DESK_MAX) : List.of();
    }

    /// What the actor's own firm has to confirm.
    @Transactional(readOnly = true)
    public List<ItemView> toConfirm(Actor actor) {
        return actor.may(Permission.CONFIRM_SERVICE) ? store.toConfirm(actor.organisation(), DESK_MAX) : List.of();
    }

    /// Reminds units on the working day before, and tells them and the firm, once, when the day went by.
    @Transactional
    public void sweep() {
        var today = clock.today();
        store.takeToRemind(today, calendar.plusWorkingDays(today, 1))
                .forEach(item -> notices.remind(item, calendar.closing(item.dueOn())));
        store.takeMissed(today).forEach(item -> notices.missed(item, calendar.closing(item.dueOn())));
    }

    private void requireFirm(Actor actor, OrgId firm) {
        boolean isFirm = organisations
                .find(firm)
                .filter(found -> found.kind() == OrgKind.FIRM)
                .filter(found -> actor.scope(Permission.SERVE_FIRM).sees(found.id()))
                .isPresent();
        if (!isFirm) {
            throw new RefusedException(
                    Refusal.of(ServiceRefusal.STEWARD_FIRM_UNKNOWN, "limit", AssignSteward.FIRMS_MAX));
        }
    }

    private static String text(String typed, int limit, ServiceRefusal refusal) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > limit) {
            throw new RefusedException(Refusal.of(refusal, "limit", limit));
        }
        return text;
    }
}
