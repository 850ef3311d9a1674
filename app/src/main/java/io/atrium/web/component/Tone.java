// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// What a state means to its reader (语气): shown by stroke and colour, always beside words.
public enum Tone {
    /// Nothing to do and nothing to say.
    PLAIN,
    /// Done, met, paid.
    GOOD,
    /// Under way, worth knowing.
    INFO,
    /// Waits for somebody, or soon runs out.
    WAIT,
    /// Refused, failed, overdue.
    BAD;

    /// The CSS modifier.
    public String css() {
        return switch (this) {
            case PLAIN -> "plain";
            case GOOD -> "good";
            case INFO -> "info";
            case WAIT -> "wait";
            case BAD -> "bad";
        };
    }
}
