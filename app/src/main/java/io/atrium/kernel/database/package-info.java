// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.kernel.database;

import org.jspecify.annotations.NullMarked;
