// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.RequestKey;
import java.util.List;

/// Gives firms to a steward from now on (分派服务管家).
public record AssignSteward(RequestKey key, List<OrgId> firms, PersonId steward, String reason) {

    public static final int FIRMS_MAX = 500;
    public static final int REASON_LENGTH_MAX = 500;

    public AssignSteward {
        firms = List.copyOf(firms);
    }
}
