// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.io.Serial;

/// The cluster did not answer, or not as it should; nothing can be concluded of its jobs.
final class SlurmUnavailable extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String words;
    private final boolean sent;

    /// @param sent whether the request may have reached the cluster
    SlurmUnavailable(String words, boolean sent) {
        super(words);
        this.words = words;
        this.sent = sent;
    }

    /// What is wrong, in English, for the person who runs the machine.
    String words() {
        return words;
    }

    boolean isSent() {
        return sent;
    }
}
