// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.concern;

import io.atrium.kernel.access.Actor;
import io.atrium.web.text.Text;
import java.util.Optional;

/// A module's records that one may disagree with. Each module contributes a bean; it answers within what the actor may
/// see, and with nothing for paths of others.
public interface ConcernSource {

    /// @param path of the record's page, as `/bills/bil_…`
    Optional<Concern> find(Actor actor, String path, Text t);
}
