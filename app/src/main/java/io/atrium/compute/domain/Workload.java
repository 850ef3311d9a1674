// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import java.util.Arrays;
import java.util.Optional;

/// What a job can run (作业内容): a workload that ships with Atrium, or a command of the firm's own, confined.
public enum Workload {
    /// Generates the community's corpus and cleans it, on one core.
    CLEAN_CORPUS("clean-corpus"),
    /// A program with its arguments.
    COMMAND("command");

    private final String code;

    Workload(String code) {
        this.code = code;
    }

    /// The name on the API and in the database.
    public String code() {
        return code;
    }

    /// True for what lies on Atrium's own machine and is not carried to a provider's cluster.
    public boolean isBoundToThisMachine() {
        return this == CLEAN_CORPUS;
    }

    /// True for what may go on after an interruption: only its owner knows a program of their own.
    public boolean keepsCheckpoints() {
        return this == COMMAND;
    }

    public static Optional<Workload> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
