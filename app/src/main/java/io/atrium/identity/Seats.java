// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All seats of one person (某人的全部席位): their own first, by age, then those that were delegated to them.
public record Seats(PersonId person, String name, List<Seat> all) {

    public Optional<Seat> first() {
        return all.stream().findFirst();
    }

    public Optional<Seat> in(OrgId organisation) {
        return all.stream()
                .filter(seat -> seat.organisation().equals(organisation))
                .findFirst();
    }

    public Optional<Actor> actor(OrgId organisation) {
        return in(organisation).map(seat -> seat.actor(person, name, seat.limits()));
    }

    /// As a member only, narrowed to the permissions of an API token.
    Optional<Actor> member(OrgId organisation, Set<Permission> limits) {
        return in(organisation).filter(seat -> !seat.isDelegated()).map(seat -> seat.actor(person, name, limits));
    }
}
