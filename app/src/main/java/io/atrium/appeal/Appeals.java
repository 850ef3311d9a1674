// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.store.AppealLists;
import io.atrium.appeal.store.AppealSight;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.ClockStore;
import io.atrium.appeal.store.HelpStore;
import io.atrium.appeal.store.StepStore;
import io.atrium.files.Attachments;
import io.atrium.files.FileId;
import io.atrium.files.FileView;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Requests;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of appeals: raise a need, and see what became of it. Work on it is [Handling]'s, the firm's
/// word about the end [Closing]'s.
@Component
public class Appeals {

    private final AppealStore store;
    private final AppealLists lists;
    private final ClockStore clocks;
    private final StepStore steps;
    private final HelpStore helps;
    private final IntakeDesk desk;
    private final Reception reception;
    private final Attachments files;
    private final Requests requests;

    Appeals(
            AppealStore store,
            AppealLists lists,
            ClockStore clocks,
            StepStore steps,
            HelpStore helps,
            IntakeDesk desk,
            Reception reception,
            Attachments files,
            Requests requests) {
        this.store = store;
        this.lists = lists;
        this.clocks = clocks;
        this.steps = steps;
        this.helps = helps;
        this.desk = desk;
        this.reception = reception;
        this.files = files;
        this.requests = requests;
    }

    /// Raises a need, and gives it to the unit that leads its category at once, if there is one. Refused: throws, with
    /// the first reason, and keeps nothing. Joins the caller's transaction; without one it is committed together
    /// with what others raise at the moment.
    public AppealId raise(Actor actor, RaiseAppeal command) {
        actor.require(Permission.RAISE_APPEAL);
        return desk.takeIn(Need.of(actor, command));
    }

    /// Raises several under one key; those that are refused keep no other back. At most [RaiseAll#MAX].
    @Transactional
    public RaiseAll.Results raiseAll(Actor actor, RaiseAll command) {
        actor.require(Permission.RAISE_APPEAL);
        return requests.once(
                actor,
                command.key(),
                command,
                RaiseAll.Results.class,
                () -> new RaiseAll.Results(reception.takeIn(Need.all(actor, command.needs()))));
    }

    /// For its firm, its units, and those who read all; a confidential one for fewer.
    @Transactional(readOnly = true)
    public Optional<AppealView> find(Actor actor, AppealId id) {
        return store.find(AppealSight.of(actor), id);
    }

    /// An appeal with its limits and what happened, as of one moment.
    public record Whole(AppealView appeal, List<Clock> clocks, List<StepView> steps) {}

    /// As [#find], with all that belongs to it; its firm is not shown internal notes.
    @Transactional(readOnly = true)
    public Optional<Whole> whole(Actor actor, AppealId id) {
        return find(actor, id).map(appeal -> new Whole(appeal, clocks(appeal), steps(actor, appeal)));
    }

    /// Those of some that one may see, by their ids.
    @Transactional(readOnly = true)
    public Map<AppealId, AppealView> findAll(Actor actor, Collection<AppealId> ids) {
        return store.findAll(AppealSight.of(actor), ids);
    }

    @Transactional(readOnly = true)
    public List<AppealView> list(Actor actor, AppealFilter filter, long offset, int limit) {
        return lists.list(actor, filter, offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, AppealFilter filter) {
        return lists.count(actor, filter);
    }

    /// How many are in each of these views of what is open.
    @Transactional(readOnly = true)
    public Map<View, Integer> counts(Actor actor, Collection<View> views) {
        return lists.counts(actor, views);
    }

    /// What is open at each firm, for lists of firms.
    @Transactional(readOnly = true)
    public Map<OrgId, FirmLoad> loads(Actor actor) {
        return lists.loads(actor);
    }

    /// Newest first, after an id.
    @Transactional(readOnly = true)
    public List<AppealView> page(Actor actor, AppealFilter filter, @Nullable String after, int rows) {
        return lists.page(actor, filter, after, rows);
    }

    /// Of an appeal that the caller was allowed to find, oldest first; its firm sees no internal notes.
    @Transactional(readOnly = true)
    public List<StepView> steps(Actor actor, AppealView appeal) {
        return steps.of(appeal.id(), !isOfFirm(actor, appeal));
    }

    /// Of an appeal that the caller was allowed to find.
    @Transactional(readOnly = true)
    public List<Clock> clocks(AppealView appeal) {
        return clocks.of(appeal.id());
    }

    /// Of appeals that the caller was allowed to find, by their ids.
    @Transactional(readOnly = true)
    public Map<String, List<Clock>> clocks(Collection<AppealView> found) {
        return clocks.of(found.stream().map(each -> each.id().value()).toList());
    }

    /// Of an appeal that the caller was allowed to find.
    @Transactional(readOnly = true)
    public List<HelperView> helpers(AppealView appeal) {
        return helps.of(appeal.id());
    }

    /// When the help of the actor's own organisation with some appeals is due; without those with which it does not
    /// help.
    @Transactional(readOnly = true)
    public Map<AppealId, Instant> helpDues(Actor actor, Collection<AppealView> listed) {
        return actor.may(Permission.HANDLE_APPEAL)
                ? helps.dues(
                        actor.organisation(),
                        listed.stream().map(AppealView::id).toList())
                : Map.of();
    }

    /// Of an appeal that the caller was allowed to find.
    @Transactional(readOnly = true)
    public List<FileView> files(AppealView appeal) {
        return store.files(appeal.id()).stream()
                .flatMap(id -> files.find(id).stream())
                .toList();
    }

    /// One of the files of an appeal, for those who may find the appeal.
    @Transactional(readOnly = true)
    public Optional<FileView> file(Actor actor, AppealId appeal, FileId file) {
        return store.holds(AppealSight.of(actor), appeal, file) ? files.find(file) : Optional.empty();
    }

    /// Whether the actor stands on the firm's side of an appeal.
    public static boolean isOfFirm(Actor actor, AppealView appeal) {
        return actor.organisation().equals(appeal.firm());
    }

    /// Whether the actor may raise needs for firms other than their own.
    public static boolean raisesForOthers(Actor actor) {
        return actor.scope(Permission.RAISE_APPEAL) instanceof Scope.All;
    }
}
