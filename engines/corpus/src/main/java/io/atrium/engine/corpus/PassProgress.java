// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// Passes on every twentieth part of one stage's progress, its start and its end.
final class PassProgress {
    private static final long PARTS = 20;

    private final Progress progress;
    private final String stage;
    private final long total;
    private long done;

    PassProgress(Progress progress, String stage, long total) {
        this.progress = progress;
        this.stage = stage;
        this.total = total;
        progress.report(stage, 0, total);
    }

    void advance() {
        done++;
        if (done == total || done * PARTS / total != (done - 1) * PARTS / total) {
            progress.report(stage, done, total);
        }
    }
}
