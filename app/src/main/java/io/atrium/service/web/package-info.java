// SPDX-License-Identifier: Apache-2.0

/// Pages of stewards and visits; the visit note works without a network.
@NullMarked
package io.atrium.service.web;

import org.jspecify.annotations.NullMarked;
