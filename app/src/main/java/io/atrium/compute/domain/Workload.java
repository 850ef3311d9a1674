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

    public static Optional<Workload> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
