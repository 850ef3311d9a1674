// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// The department confirms a list; publicity begins.
public record ConfirmGrantList(GrantListId list) {}
