// SPDX-License-Identifier: Apache-2.0

/// SQL of stewards and visits.
@NullMarked
package io.atrium.service.store;

import org.jspecify.annotations.NullMarked;
