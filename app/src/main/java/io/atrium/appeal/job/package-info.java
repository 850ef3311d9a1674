// SPDX-License-Identifier: Apache-2.0

/// When the clocks of appeals are looked at.
@NullMarked
package io.atrium.appeal.job;

import org.jspecify.annotations.NullMarked;
