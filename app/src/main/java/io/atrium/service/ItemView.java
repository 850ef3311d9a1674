// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import java.time.LocalDate;

/// A promised service (服务事项).
public record ItemView(ItemId id, PackId pack, OrgId firm, String words, OrgId unit, LocalDate dueOn, ItemState state) {

    /// Its day has passed and it is not done.
    public boolean isOverdue(LocalDate today) {
        return state.isToDo() && dueOn.isBefore(today);
    }
}
