// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.kernel.Fen;
import java.time.Instant;

/// A reminder that was sent (催缴记录), and what was owed then.
public record CreditReminderView(CreditStage stage, Instant sentAt, Fen owed) {}
