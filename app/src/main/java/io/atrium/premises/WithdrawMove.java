// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;

/// The firm does not want to move any more (撤回).
public record WithdrawMove(RequestKey key, MoveId move, String reason) {}
