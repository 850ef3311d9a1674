// SPDX-License-Identifier: Apache-2.0

/// The rows of appeals.
@NullMarked
package io.atrium.appeal.store;

import org.jspecify.annotations.NullMarked;
