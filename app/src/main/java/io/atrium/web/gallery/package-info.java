// SPDX-License-Identifier: Apache-2.0

/// The page `/gallery`: every component with an example. Open in the demo only.
@NullMarked
package io.atrium.web.gallery;

import org.jspecify.annotations.NullMarked;
