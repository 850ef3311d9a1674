// SPDX-License-Identifier: Apache-2.0

/// The pages that the footer links: help, privacy, accessibility.
@NullMarked
package io.atrium.web.about;

import org.jspecify.annotations.NullMarked;
