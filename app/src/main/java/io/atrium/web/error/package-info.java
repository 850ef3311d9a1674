// SPDX-License-Identifier: Apache-2.0

/// Refusals and failures in words: as a page for people, as a problem document (RFC 9457) for programs.
@NullMarked
package io.atrium.web.error;

import org.jspecify.annotations.NullMarked;
