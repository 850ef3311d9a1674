// SPDX-License-Identifier: Apache-2.0

/// Stewards and visits for programs.
@NullMarked
package io.atrium.service.api;

import org.jspecify.annotations.NullMarked;
