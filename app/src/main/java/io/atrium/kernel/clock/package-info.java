// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.kernel.clock;

import org.jspecify.annotations.NullMarked;
