// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Who does what for the firms of a building (承办岗位); each building names an organisation for each, or leaves it to
/// whoever runs the building.
public enum Office {
    /// Rooms, contracts, keys (租赁).
    LEASING,
    /// Fire safety and fit-out (消防与装修).
    SAFETY,
    /// Network and access cards (网络与门禁).
    NETWORK,
    /// Registered addresses (住所登记).
    REGISTRATION,
    /// Policies on arrival (政策服务).
    POLICY,
    /// Meters, bills, deposits (费用结算).
    FINANCE
}
