// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.util.List;

/// Whether an engine can run jobs now (就绪状态).
public sealed interface Readiness {
    record Ready() implements Readiness {}

    /// At least one thing is missing.
    record NotReady(List<Lack> lacks) implements Readiness {
        public NotReady {
            lacks = List.copyOf(lacks);
        }
    }

    /// What is missing and what mends it, in English, for the person who runs the machine.
    record Lack(String what, String remedy) {}
}
