// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import java.util.List;

/// The service pack of a firm (服务包): what it was promised, by whom and by when.
///
/// @param version that counts
/// @param items of the version that counts, in its order
public record PackView(PackId id, OrgId firm, int version, String title, List<ItemView> items) {

    public PackView {
        items = List.copyOf(items);
    }
}
