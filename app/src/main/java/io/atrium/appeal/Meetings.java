// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.store.AppealSight;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.MeetingStore;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Meetings on the spot (部门现场答): a list of needs for one day. What comes of each, an answer or a promise with a date,
/// is put down at the appeal itself, so that there is one record of it.
@Component
public class Meetings {

    private final MeetingStore store;
    private final AppealStore appeals;
    private final Casework casework;
    private final ActCommands acts;
    private final AppealNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Meetings(
            MeetingStore store,
            AppealStore appeals,
            Casework casework,
            ActCommands acts,
            AppealNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.appeals = appeals;
        this.casework = casework;
        this.acts = acts;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Those who work on appeals or look over them; a firm is told of its own cases.
    public static boolean mayRead(Actor actor) {
        return actor.kind() != OrgKind.FIRM && actor.may(Permission.READ_APPEAL);
    }

    @Transactional
    public MeetingId call(Actor actor, CallMeeting command) {
        actor.require(Permission.HANDLE_APPEAL);
        return requests.once(actor, command.key(), command, MeetingId.class, () -> {
            check(command);
            var id = new MeetingId(ids.next(MeetingId.PREFIX));
            store.insert(actor, id, command, clock.instant());
            audit.record(
                    actor,
                    "appeal.meeting-called",
                    id.value(),
                    Map.of("day", command.heldOn().toString()));
            return id;
        });
    }

    private void check(CallMeeting command) {
        var title = command.title().strip();
        var place = command.place().strip();
        if (title.isEmpty() || title.length() > CallMeeting.TITLE_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(AppealRefusal.APPEAL_TITLE_LENGTH, "limit", CallMeeting.TITLE_LENGTH_MAX));
        }
        if (place.isEmpty() || place.length() > CallMeeting.PLACE_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(AppealRefusal.APPEAL_PLACE_LENGTH, "limit", CallMeeting.PLACE_LENGTH_MAX));
        }
        if (command.heldOn().isBefore(clock.today())) {
            throw new RefusedException(AppealRefusal.APPEAL_MEETING_DAY);
        }
    }

    /// Puts appeals on the list; their firms and units are told day and place. Returns how many were chosen.
    @Transactional
    public int list(Actor actor, ListCases command) {
        actor.require(Permission.HANDLE_APPEAL);
        return requests.once(actor, command.key(), command, Integer.class, () -> listNow(actor, command));
    }

    private int listNow(Actor actor, ListCases command) {
        var meeting = open(command.meeting());
        var sight = AppealSight.of(actor);
        var chosen = new LinkedHashSet<>(command.appeals());
        var number = command.number().strip();
        if (!number.isEmpty()) {
            chosen.add(store.byNumber(sight, number)
                    .orElseThrow(() -> new RefusedException(AppealRefusal.APPEAL_NUMBER_UNKNOWN)));
        }
        chosen.stream().sorted(Comparator.comparing(AppealId::value)).forEach(id -> list(actor, meeting, id));
        return chosen.size();
    }

    private void list(Actor actor, MeetingView meeting, AppealId id) {
        var file = appeals.lock(AppealSight.of(actor), id, clock.instant())
                .orElseThrow(() -> new RefusedException(AppealRefusal.APPEAL_NUMBER_UNKNOWN));
        if (!Hands.may(actor, AppealMove.MEET, file.firm(), file.unit())) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
        }
        if (store.add(meeting.id(), file.id(), clock.instant())) {
            record(actor, file, meeting);
        }
    }

    private MeetingView open(MeetingId id) {
        var meeting = store.lock(id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (meeting.conclusion() != null) {
            throw new RefusedException(AppealRefusal.APPEAL_MEETING_CONCLUDED);
        }
        return meeting;
    }

    /// Answers or promises at the meeting: what nobody has signed for is signed for first.
    @Transactional
    public AppealState act(Actor actor, Act act, RequestKey key, OnTheSpot where, Map<String, String> answers) {
        var appeal = cases(actor, where.meeting()).stream()
                .filter(each -> each.id().equals(where.appeal()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (appeal.state() == AppealState.DISPATCHED) {
            acts.act(actor, Act.SIGN, key.part("signature"), appeal.id(), Map.of());
        }
        return acts.act(actor, act, key, appeal.id(), answers);
    }

    /// A need on the list of a meeting.
    public record OnTheSpot(MeetingId meeting, AppealId appeal) {}

    /// By the unit that called it, from its day on, once.
    @Transactional
    public MeetingId conclude(Actor actor, ConcludeMeeting command) {
        return requests.once(actor, command.key(), command, MeetingId.class, () -> {
            var meeting = open(command.meeting());
            if (!mayConclude(actor, meeting)) {
                throw new RefusedException(
                        Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
            }
            if (clock.today().isBefore(meeting.heldOn())) {
                throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_MEETING_NOT_HELD, "day", meeting.heldOn()));
            }
            if (command.words().strip().length() > ConcludeMeeting.WORDS_LENGTH_MAX) {
                throw new RefusedException(
                        Refusal.of(AppealRefusal.APPEAL_REASON_LENGTH, "limit", ConcludeMeeting.WORDS_LENGTH_MAX));
            }
            store.conclude(actor, command, clock.instant());
            audit.record(actor, "appeal.meeting-concluded", meeting.id().value(), Map.of("cases", meeting.cases()));
            return meeting.id();
        });
    }

    public static boolean mayConclude(Actor actor, MeetingView meeting) {
        return actor.may(Permission.HANDLE_APPEAL) && actor.organisation().equals(meeting.host());
    }

    private void record(Actor actor, CaseFile file, MeetingView meeting) {
        casework.move(
                actor,
                file,
                NewStep.of(AppealMove.MEET, "")
                        .with(Map.of(
                                "meeting", meeting.title(),
                                "day", meeting.heldOn().toString(),
                                "place", meeting.place())));
        notices.firm(file, "meeting", meeting.id().value(), null);
        notices.unit(file, "meeting", meeting.id().value(), null);
    }

    @Transactional(readOnly = true)
    public Optional<MeetingView> find(Actor actor, MeetingId id) {
        return mayRead(actor) ? store.find(id) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public List<MeetingView> list(Actor actor, long offset, int limit) {
        return mayRead(actor) ? store.list(offset, limit) : List.of();
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return mayRead(actor) ? store.count() : 0;
    }

    /// The cases of its list that the actor may see.
    @Transactional(readOnly = true)
    public List<AppealView> cases(Actor actor, MeetingId id) {
        return store.cases(AppealSight.of(actor), id);
    }
}
