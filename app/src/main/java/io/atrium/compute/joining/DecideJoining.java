// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.kernel.RequestKey;
import java.util.Map;

/// The operator decides on an application to join.
///
/// @param reason needed to decline; a word on the way otherwise
/// @param toMend what is to be mended, by step; needed to return it
public record DecideJoining(
        RequestKey key, JoiningId joining, Decision decision, String reason, Map<JoiningStep, String> toMend) {

    public enum Decision {
        ACCEPT,
        RETURN,
        DECLINE
    }
}
