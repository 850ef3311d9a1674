// SPDX-License-Identifier: Apache-2.0

/// Pages of `docs/reference` that are written by a program, and the tests that hold them true: what people expect and
/// which test proves it ([UxRows]), and every route of the application ([RouteList]).
@NullMarked
package io.atrium.reference;

import org.jspecify.annotations.NullMarked;
