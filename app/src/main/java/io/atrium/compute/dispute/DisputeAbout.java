// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

/// What a firm finds wrong with a bill (异议事项).
public enum DisputeAbout {
    TIME,
    PRICE,
    VOUCHER,
    NOT_OURS,
    OTHER
}
