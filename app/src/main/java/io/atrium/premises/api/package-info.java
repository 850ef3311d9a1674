// SPDX-License-Identifier: Apache-2.0

/// Premises for programs.
@NullMarked
package io.atrium.premises.api;

import org.jspecify.annotations.NullMarked;
