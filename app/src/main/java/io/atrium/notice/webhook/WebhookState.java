// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

/// How far an endpoint is (推送地址状态): proposed until it agreed to be called; then enabled, or disabled; removed for good.
public enum WebhookState {
    PROPOSED,
    ENABLED,
    DISABLED,
    REMOVED
}
