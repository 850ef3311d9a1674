// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// Another policy that a firm cannot have together with this one (不重复享受), and the clause that says so.
public record Exclusion(String policy, String clause) {}
