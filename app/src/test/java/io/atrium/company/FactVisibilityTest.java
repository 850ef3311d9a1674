// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactVisibilityTest {
    private static final OrgId FIRM = new OrgId("org_firm");

    @ParameterizedTest
    @CsvSource({
        "PUBLIC,org_other,FIRM,true", "COMMUNITY,org_other,BANK,true", "AUTHORITY,org_firm,FIRM,true",
        "AUTHORITY,org_other,FIRM,false", "AUTHORITY,org_other,PROVIDER,false", "AUTHORITY,org_other,BANK,false",
        "AUTHORITY,org_other,DEPARTMENT,true", "AUTHORITY,org_other,AUDIT,true", "AUTHORITY,org_other,COMMUNITY,true",
    })
    void reachesTheFirmItselfAndThoseWhoShould(
            FactVisibility visibility, String reader, OrgKind kind, boolean reaches) {
        var actor =
                new Actor(new PersonId("per_reader"), "reader", new OrgId(reader), "reader", kind, Set.of(), Set.of());
        assertThat(visibility.reaches(actor, FIRM)).isEqualTo(reaches);
    }
}
