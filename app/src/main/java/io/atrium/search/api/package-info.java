// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.search.api;

import org.jspecify.annotations.NullMarked;
