// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.identity.security;

import org.jspecify.annotations.NullMarked;
