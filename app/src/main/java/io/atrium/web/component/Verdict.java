// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

/// Whether a condition holds (判定). An unknown is never a no.
public enum Verdict {
    MET,
    UNMET,
    UNKNOWN,
    REVIEW;

    public String css() {
        return switch (this) {
            case MET -> "met";
            case UNMET -> "unmet";
            case UNKNOWN -> "unknown";
            case REVIEW -> "review";
        };
    }

    /// Stands before the word, never alone.
    public String sign() {
        return switch (this) {
            case MET -> "✔";
            case UNMET -> "✘";
            case UNKNOWN -> "?";
            case REVIEW -> "→";
        };
    }
}
