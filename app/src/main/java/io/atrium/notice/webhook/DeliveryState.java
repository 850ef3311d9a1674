// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

/// How far a delivery is (推送状态).
public enum DeliveryState {
    WAITING,
    DELIVERED,
    GIVEN_UP
}
