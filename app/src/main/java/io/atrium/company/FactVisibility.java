// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Who may see a fact besides its own firm (可见范围), from wide to narrow.
public enum FactVisibility {
    /// everybody
    PUBLIC,
    /// every member of the community who may open the company file
    COMMUNITY,
    /// stewards, officers, auditors and the community's staff
    AUTHORITY
}
