// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.kernel.access;

import org.jspecify.annotations.NullMarked;
