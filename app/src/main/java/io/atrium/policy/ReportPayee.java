// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.PayeeCondition;

/// The firm of a grant can, or cannot, be paid; with the source of that.
public record ReportPayee(GrantId grant, PayeeCondition condition, String reason) {}
