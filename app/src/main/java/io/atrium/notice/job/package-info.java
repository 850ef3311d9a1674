// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.notice.job;

import org.jspecify.annotations.NullMarked;
