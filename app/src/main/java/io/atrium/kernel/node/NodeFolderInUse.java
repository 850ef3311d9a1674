// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Another live process has this node's data folder.
final class NodeFolderInUse extends RuntimeException {

    NodeFolderInUse(@Nullable Path folder, String holder) {
        super("Another live Atrium" + holder + " uses " + folder + ".");
    }
}
