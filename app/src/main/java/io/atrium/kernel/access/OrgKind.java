// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

/// What an organisation is in the community (组织类型).
public enum OrgKind {
    FIRM,
    PROVIDER,
    DEPARTMENT,
    BANK,
    AUDIT,
    /// Mediators and lawyers who help with disputes (调解组织、律师顾问团).
    ADVISER,
    COMMUNITY
}
