// SPDX-License-Identifier: Apache-2.0

/// What a firm's policies come to together (政策叠加): caps, pools, the higher of several, not both, stacking order.
@NullMarked
package io.atrium.engine.decision.together;

import org.jspecify.annotations.NullMarked;
