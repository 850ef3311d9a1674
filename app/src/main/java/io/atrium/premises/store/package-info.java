// SPDX-License-Identifier: Apache-2.0

/// SQL behind the front doors of premises.
@NullMarked
package io.atrium.premises.store;

import org.jspecify.annotations.NullMarked;
