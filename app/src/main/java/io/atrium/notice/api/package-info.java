// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.notice.api;

import org.jspecify.annotations.NullMarked;
