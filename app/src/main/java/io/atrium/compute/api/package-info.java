// SPDX-License-Identifier: Apache-2.0
/// The REST API of compute.
@NullMarked
package io.atrium.compute.api;

import org.jspecify.annotations.NullMarked;
