// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Somebody objects to one firm on a public list (异议).
public record ObjectToGrant(GrantListId list, String firm, String reason) {

    public static final int REASON_CHARS_MAX = 2_000;
}
