// SPDX-License-Identifier: Apache-2.0

/// When steps of moves are reminded of.
@NullMarked
package io.atrium.premises.job;

import org.jspecify.annotations.NullMarked;
