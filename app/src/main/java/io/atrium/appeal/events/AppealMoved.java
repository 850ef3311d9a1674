// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.events;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealState;
import io.atrium.kernel.OrgId;
import java.time.Instant;

/// Something happened to an appeal, its raising included; `state` is where it stands after it.
public record AppealMoved(AppealId appeal, OrgId firm, AppealMove move, AppealState state, Instant at) {}
