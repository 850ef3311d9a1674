// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.identity.api;

import org.jspecify.annotations.NullMarked;
