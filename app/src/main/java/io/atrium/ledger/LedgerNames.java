// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.kernel.access.Actor;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the ids in the ledger are called (账本中的名称). The ledger keeps codes; each module that posts contributes a bean
/// that knows its own: the owners of accounts and what transfers refer to.
public interface LedgerNames {

    /// @param href where it is shown; null where the reader may not go
    record Named(String text, @Nullable String href) {}

    /// Those of the ids that it knows; the others are somebody else's. A name must be harmless to whoever may read the
    /// line, a link only be given where the actor may follow it.
    Map<String, Named> of(Actor actor, Text t, Collection<String> ids);
}
