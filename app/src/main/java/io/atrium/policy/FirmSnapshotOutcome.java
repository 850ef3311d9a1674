// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Refusal;

/// What came of taking or removing a snapshot (快照办理结果).
public sealed interface FirmSnapshotOutcome {

    record Done(FirmSnapshotId snapshot) implements FirmSnapshotOutcome {}

    record Refused(Refusal refusal) implements FirmSnapshotOutcome {}
}
