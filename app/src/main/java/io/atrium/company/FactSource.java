// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Where a fact comes from (数据来源).
public enum FactSource {
    /// a delivery of the registry
    REGISTRY,
    /// the firm said so
    SELF_REPORT,
    /// an officer or the community's staff entered it
    OFFICER,
    /// another module of Atrium observed it
    ATRIUM,
    /// computed from other facts
    DERIVED
}
