// SPDX-License-Identifier: Apache-2.0
/// How long people wait for pages: 50 users who read, think for a second, and go on. Start at
/// [io.atrium.bench.pages.PagesBench].
@NullMarked
package io.atrium.bench.pages;

import org.jspecify.annotations.NullMarked;
