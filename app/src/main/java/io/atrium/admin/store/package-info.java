// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.admin.store;

import org.jspecify.annotations.NullMarked;
