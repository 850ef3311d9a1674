// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// What the firm says to it.
public record AnswerClawback(GrantId grant, String statement) {}
