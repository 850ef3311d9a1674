// SPDX-License-Identifier: Apache-2.0

/// The rules of appeals: states, clocks, the rule book. No Spring, no SQL.
@NamedInterface("domain")
@NullMarked
package io.atrium.appeal.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
