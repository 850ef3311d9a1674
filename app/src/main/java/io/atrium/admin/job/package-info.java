// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.admin.job;

import org.jspecify.annotations.NullMarked;
