// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

/// Discipline (排队规则): who starts, and who has to leave, each time that something happened.
interface Discipline {
    /// A job waits from now on: new, or taken off its GPUs.
    void waits(Work work, Stage stage);

    /// A job has ended; only now its length is known.
    default void ended(Work work, Stage stage) {}

    /// How many jobs started later than they were promised.
    default int brokenPromises() {
        return 0;
    }

    /// Starts what may start now.
    void pass(Stage stage);

    /// The seconds of work at which something changes for a running job; [Long#MAX_VALUE] if never.
    default long nextChange(Work work, long done) {
        return Long.MAX_VALUE;
    }

    /// A running job has reached what [#nextChange] said.
    default void changed(Work work, long now) {}

    /// What the replay lets a discipline see and do.
    interface Stage {
        long now();

        Floor floor();

        boolean start(Work work);

        void preempt(Work work);

        Iterable<Work> running();

        /// Asks for a pass at that time, whatever else happens.
        void wakeAt(long at);
    }
}
