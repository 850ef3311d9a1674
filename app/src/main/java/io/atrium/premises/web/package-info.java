// SPDX-License-Identifier: Apache-2.0

/// Pages of buildings, rooms and moves.
@NullMarked
package io.atrium.premises.web;

import org.jspecify.annotations.NullMarked;
