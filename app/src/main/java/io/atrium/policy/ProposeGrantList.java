// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Draw up the list of firms that a policy entitles today.
public record ProposeGrantList(PolicyId policy) {}
