// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.index.PoolIndex;
import io.atrium.engine.scheduler.index.PoolTimeline.Fit;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.rule.PoolView;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The pools of the fleet during a round, in the order of their ids.
final class Boards {
    private final Map<PoolId, Board> boards = new LinkedHashMap<>();
    private final Map<Wishes, List<Board>> allowed = new HashMap<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<PoolIndex> usable = new ArrayList<>();

    Boards(Snapshot snapshot) {
        var nodes = snapshot.fleet().nodesByPool();
        for (var pool : snapshot.fleet().pools()) {
            var members = nodes.getOrDefault(pool.id(), List.of());
            boards.put(pool.id(), new Board(boards.size(), pool, members, snapshot.at()));
        }
        for (var job : snapshot.running()) {
            board(job.placement().pool()).load(job.placement(), job.endsBy());
        }
        boards.values().stream()
                .filter(board ->
                        snapshot.lending().pools().contains(board.pool().id()))
                .forEach(Board::canGiveBack);
    }

    List<Board> allowed(Job job) {
        return allowed.computeIfAbsent(
                job.wishes(),
                _ -> boards.values().stream()
                        .filter(board -> RuleCatalogue.admits(job, board.pool()))
                        .toList());
    }

    List<Reservation> reservations() {
        return List.copyOf(reservations);
    }

    /// Starts the job at its best place, if any place is free for it.
    Optional<Placement> place(Queued queued) {
        usable.clear();
        for (var board : queued.allowed()) {
            usable.add(board.indexFor(queued.endsBy()));
        }
        var best = FleetIndex.bestOf(queued.job(), usable);
        return best == null
                ? Optional.empty()
                : Optional.of(board(best.pool().id()).start(queued));
    }

    /// Reserves the pool that comes free first, of those that nobody has reserved; the first id wins a tie.
    Optional<Reservation> reserve(Queued queued) {
        record Found(Board board, Fit fit) {}
        if (reservations.size() == boards.size()) {
            return Optional.empty();
        }
        var job = queued.job();
        return queued.allowed().stream()
                .filter(board -> board.canReserve(job))
                .map(board -> new Found(board, board.earliest(job)))
                .min(comparing(found -> found.fit().at()))
                .map(found -> {
                    var made = new Reservation(
                            job.id(), found.fit().placement(), found.fit().at());
                    found.board().reserve(made);
                    reservations.add(made);
                    return made;
                });
    }

    /// Starts the job on idle GPUs of the best pool that lends them, if there are any.
    Optional<Placement> borrow(Queued queued) {
        usable.clear();
        for (var board : queued.allowed()) {
            if (board.lends()) {
                usable.add(board.spared());
            }
        }
        var best = FleetIndex.bestOf(queued.job(), usable);
        return best == null
                ? Optional.empty()
                : Optional.of(board(best.pool().id()).lend(queued));
    }

    Board board(PoolId pool) {
        return Objects.requireNonNull(boards.get(pool), () -> "unknown pool " + pool);
    }

    /// The fleet as every waiting job of this round sees it, split by the job's wishes.
    static final class Views {
        private final List<PoolView> all;
        private final Map<Wishes, Situation.Pools> split = new HashMap<>();

        private Views(List<PoolView> all) {
            this.all = all;
        }

        Situation.Pools of(Job job) {
            return split.computeIfAbsent(
                    job.wishes(),
                    _ -> new Situation.Pools(
                            all.stream()
                                    .filter(view -> RuleCatalogue.admits(job, view.pool()))
                                    .toList(),
                            all.stream()
                                    .filter(view -> !RuleCatalogue.admits(job, view.pool()))
                                    .toList()));
        }
    }

    Views views() {
        return new Views(boards.values().stream().map(Board::view).toList());
    }
}
