// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

/// How the work of an operation tells how far it is (进度). Each call may throw [OperationCancelled].
public interface Progress {

    /// For work that nobody watches.
    Progress UNWATCHED = new Progress() {
        @Override
        public void stage(int place, long total) {}

        @Override
        public void stage(int place) {}

        @Override
        public void done(long units) {}
    };

    /// Enters a stage, with so many units to do.
    void stage(int place, long total);

    /// Enters a stage whose length is not known.
    void stage(int place);

    /// So many units of the stage are done in all.
    void done(long units);
}
