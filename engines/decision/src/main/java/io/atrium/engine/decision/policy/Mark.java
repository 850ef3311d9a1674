// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// How far the text of a policy can be trusted.
public enum Mark {
    /// Official text, a verbatim repost, or a press report that quotes it.
    S,
    /// Secondary source.
    S2,
    /// Press report on the community.
    N,
    /// Background knowledge, unverified.
    B,
    /// Made up for the demonstration.
    INVENTED
}
