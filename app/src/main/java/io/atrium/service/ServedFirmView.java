// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

/// Whose firms are looked at (企业范围).
public enum ServedFirmView {
    MINE,
    ALL,
    /// In the community and without a steward.
    UNASSIGNED
}
