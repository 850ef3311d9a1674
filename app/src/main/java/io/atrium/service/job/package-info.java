// SPDX-License-Identifier: Apache-2.0

/// When planned visits are reminded of.
@NullMarked
package io.atrium.service.job;

import org.jspecify.annotations.NullMarked;
