// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.PayeeCondition;
import java.time.Instant;

/// What a department recorded of a firm's account (收款账户登记), in business time.
public record PayeeReport(PayeeCondition condition, String reason, Instant at, String by) {}
