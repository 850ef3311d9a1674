// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.atrium.search.web;

import org.jspecify.annotations.NullMarked;
