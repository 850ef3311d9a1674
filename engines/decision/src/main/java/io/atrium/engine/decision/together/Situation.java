// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Everything that decides what a firm's policies come to together: the claims, and what the pools still hold.
///
/// @param poolsFen what is left of a pool, by its name; a pool that is not here is taken as full
public record Situation(List<Claim> claims, Map<String, Long> poolsFen) {

    public Situation {
        claims = List.copyOf(claims);
        poolsFen = Map.copyOf(poolsFen);
        var policies = new HashSet<String>();
        if (!claims.stream().map(Claim::policy).allMatch(policies::add)) {
            throw new IllegalArgumentException("two claims on one policy");
        }
    }

    /// The same without what one policy could still bring; what was had of it stays had.
    public Situation without(String policy) {
        var others = claims.stream()
                .map(claim -> claim.policy().equals(policy)
                        ? new Claim(policy, 0, claim.hadFen(), claim.rules(), claim.excludes())
                        : claim)
                .toList();
        return new Situation(others, poolsFen);
    }
}
