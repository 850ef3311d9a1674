// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;

/// Takes in buildings, floors and rooms from a CSV file, with who sits there (导入房间): all of it or nothing.
public record ImportRooms(RequestKey key, byte[] file) {}
