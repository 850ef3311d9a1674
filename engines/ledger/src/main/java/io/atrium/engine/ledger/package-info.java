// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.engine.ledger;

import org.jspecify.annotations.NullMarked;
