// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.domain.Median;
import io.atrium.premises.domain.MoveTemplate;
import io.atrium.premises.store.MoveStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What one thing saves (减环节、减时间、减材料、减跑动): how it was, how it is by the template, and how long it took.
@Component
public class MoveFigures {

    /// The newest so many count: what was long ago says little about today.
    public static final int MOVES_MAX = 500;

    /// Of fewer, a firm could tell how long another one took.
    public static final int MOVES_MIN = 3;

    private final MoveStore store;
    private final Moves moves;
    private final WorkingCalendar calendar;

    MoveFigures(MoveStore store, Moves moves, WorkingCalendar calendar) {
        this.store = store;
        this.moves = moves;
        this.calendar = calendar;
    }

    /// One figure before and now.
    public record Saved(What what, int before, int now) {

        /// In whole per cent of what was; negative when it became more.
        public int percentLess() {
            return Math.round((before - now) * 100f / before);
        }
    }

    /// What is counted (四减).
    public enum What {
        STEPS,
        DAYS,
        DOCUMENTS,
        VISITS
    }

    /// How long a step took. @param medianDays working days from its opening; null while too few were done
    public record StepFigures(
            MoveTemplate.Step step,
            int done,
            int inTime,
            @Nullable Double medianDays) {}

    /// @param finished moves that were measured, or all while there are too few
    /// @param medianDays working days from the form to the end; null while too few came to it
    public record Of(
            MoveTemplate template,
            List<Saved> saved,
            int finished,
            @Nullable Double medianDays,
            List<StepFigures> steps) {}

    /// What the template says, for the form.
    public static List<Saved> saved(MoveTemplate template) {
        var before = template.before();
        return List.of(
                new Saved(What.STEPS, before.steps(), template.steps().size()),
                new Saved(What.DAYS, before.days(), template.days()),
                new Saved(What.DOCUMENTS, before.documents(), template.brought().size()),
                new Saved(What.VISITS, before.visits(), template.visits()));
    }

    @Transactional(readOnly = true)
    public Of of(Actor actor, MoveKind kind) {
        actor.require(Permission.READ_MOVE);
        var template = moves.template(kind);
        var finished = store.finished(kind, MOVES_MAX).stream()
                .filter(move -> move.template() == template.version())
                .toList();
        boolean isShown = finished.size() >= MOVES_MIN || actor.scope(Permission.READ_MOVE) instanceof Scope.All;
        return new Of(
                template,
                saved(template),
                finished.size(),
                isShown ? Median.of(finished.stream().map(this::days).toList()) : null,
                template.steps().stream()
                        .map(step -> figures(step, isShown ? finished : List.of()))
                        .toList());
    }

    private int days(MoveView move) {
        return calendar.workingDaysBetween(move.startedOn(), Objects.requireNonNull(move.endedOn()));
    }

    private StepFigures figures(MoveTemplate.Step step, List<MoveView> finished) {
        var done = finished.stream()
                .flatMap(move -> move.steps().stream())
                .filter(each -> each.code().equals(step.code()))
                .toList();
        int inTime = (int) done.stream().filter(MoveFigures::isInTime).count();
        return new StepFigures(
                step,
                done.size(),
                inTime,
                Median.of(done.stream().map(this::days).toList()));
    }

    private static boolean isInTime(StepView step) {
        return !Objects.requireNonNull(step.doneOn()).isAfter(Objects.requireNonNull(step.dueOn()));
    }

    private int days(StepView step) {
        return calendar.workingDaysBetween(
                Objects.requireNonNull(step.openedOn()), Objects.requireNonNull(step.doneOn()));
    }

    /// Both kinds.
    @Transactional(readOnly = true)
    public List<Of> all(Actor actor) {
        return Stream.of(MoveKind.values()).map(kind -> of(actor, kind)).toList();
    }
}
