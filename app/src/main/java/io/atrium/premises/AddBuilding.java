// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;

/// Adds a building of one's own organisation (新增楼宇).
public record AddBuilding(RequestKey key, String name, String address) {

    public static final int NAME_LENGTH_MAX = 60;
    public static final int ADDRESS_LENGTH_MAX = 200;

    /// A community has few buildings; more is a slip of an import.
    public static final int BUILDINGS_MAX = 200;
}
