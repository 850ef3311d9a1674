// SPDX-License-Identifier: Apache-2.0

/// The rules of appeals: states, clocks, the rule book. No Spring, no SQL.
@NullMarked
package io.atrium.appeal.domain;

import org.jspecify.annotations.NullMarked;
