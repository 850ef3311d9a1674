// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import java.util.EnumSet;
import java.util.Set;

/// Who may see a fact besides its own firm (可见范围), from wide to narrow.
public enum FactVisibility {
    /// everybody
    PUBLIC,
    /// every member of the community who may open the company file
    COMMUNITY,
    /// stewards, officers, auditors and the community's staff
    AUTHORITY;

    /// Whether an actor who may open a firm's file sees its facts of this kind.
    public boolean reaches(Actor reader, OrgId firm) {
        return this != AUTHORITY || reader.organisation().equals(firm) || OFFICES.contains(reader.kind());
    }

    private static final Set<OrgKind> OFFICES = EnumSet.of(OrgKind.COMMUNITY, OrgKind.DEPARTMENT, OrgKind.AUDIT);
}
