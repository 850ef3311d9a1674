// SPDX-License-Identifier: Apache-2.0

/// REST of appeals.
@NullMarked
package io.atrium.appeal.api;

import org.jspecify.annotations.NullMarked;
