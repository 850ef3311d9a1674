// SPDX-License-Identifier: Apache-2.0

/// What the templates in `jte/component` draw: one small record per component. They carry decisions and message keys,
/// never HTML. The page `/gallery` shows each of them.
@NullMarked
package io.atrium.web.component;

import org.jspecify.annotations.NullMarked;
