// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a missing fact would let somebody decide (补充后可判断): a port, answered by the modules that decide.
public interface FactUses {

    /// By the key of the missing fact, within what the reader may see; keys without a use are left out.
    Map<String, List<Use>> missing(Actor reader, OrgId firm);

    /// @param atMost what it could come to; null where no text tells
    record Use(FactDefinition.Label title, @Nullable Fen atMost, String href) {}
}
