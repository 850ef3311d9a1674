// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.notice.web;

import org.jspecify.annotations.NullMarked;
