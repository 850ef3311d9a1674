// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// One step of a flow (步骤), in order; the name is already in the reader's language.
public record Step(String name, State state) {

    /// Where the flow stands at this step.
    public enum State {
        DONE,
        CURRENT,
        AHEAD,
        FAILED;

        public String css() {
            return switch (this) {
                case DONE -> "done";
                case CURRENT -> "current";
                case AHEAD -> "ahead";
                case FAILED -> "failed";
            };
        }
    }
}
