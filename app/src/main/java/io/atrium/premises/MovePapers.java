// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.files.Attachment;
import io.atrium.files.Attachments;
import io.atrium.files.FileId;
import io.atrium.files.FileView;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.store.MoveStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the papers of moves (办件材料): what firms hand in and what units issue, for those who see the move.
@Component
public class MovePapers {

    private final MoveStore store;
    private final Attachments files;

    MovePapers(MoveStore store, Attachments files) {
        this.store = store;
        this.files = files;
    }

    void check(List<Attachment> papers) {
        files.check(papers, MovePaper.AT_ONCE_MAX);
    }

    /// Keeps what was checked, in the caller's transaction.
    ///
    /// @param act null with the form
    void keep(Actor actor, MoveId move, @Nullable String act, List<Attachment> papers) {
        papers.forEach(paper -> store.attach(move, act, files.keep(actor, paper)));
    }

    /// Of a move that the caller was allowed to find, oldest first.
    @Transactional(readOnly = true)
    public List<MovePaper> of(MoveView move) {
        return store.papers(move).stream()
                .flatMap(paper -> files.find(paper.file()).stream()
                        .map(file -> new MovePaper(file, paper.step(), paper.by(), paper.at())))
                .toList();
    }

    /// One of a move, for those who may find the move.
    @Transactional(readOnly = true)
    public Optional<FileView> find(Actor actor, MoveId move, FileId file) {
        return store.holds(actor.scope(Permission.READ_MOVE), move, file) ? files.find(file) : Optional.empty();
    }
}
