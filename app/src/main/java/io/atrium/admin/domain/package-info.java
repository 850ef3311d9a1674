// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.admin.domain;

import org.jspecify.annotations.NullMarked;
