// SPDX-License-Identifier: Apache-2.0
/// The pages of compute.
@NullMarked
package io.atrium.compute.web;

import org.jspecify.annotations.NullMarked;
