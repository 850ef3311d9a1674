// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.RequestKey;

/// Makes a move with a promised service (办理服务事项).
///
/// @param words may be empty only when the firm confirms
public record MoveItem(RequestKey key, ItemId item, ItemMove move, String words) {

    public static final int WORDS_LENGTH_MAX = 1_000;
}
