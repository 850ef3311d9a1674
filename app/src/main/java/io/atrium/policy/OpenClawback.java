// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// A grant rests on a fact that proved wrong: by which clause, and why.
public record OpenClawback(GrantId grant, String clause, String reason) {

    public static final int CLAUSE_CHARS_MAX = 200;
}
