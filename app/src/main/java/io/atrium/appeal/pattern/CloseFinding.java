// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RequestKey;

/// Says what the cause was and what was done, or that there is none in common (办结发现).
///
/// @param cause what it was, or why there is none in common
/// @param done may be empty where there is no common cause
public record CloseFinding(RequestKey key, FindingId finding, boolean isOneCause, String cause, String done) {

    public static final int WORDS_LENGTH_MAX = 1000;
}
