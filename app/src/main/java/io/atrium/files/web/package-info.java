// SPDX-License-Identifier: Apache-2.0
/// Handing out kept files.
@NullMarked
package io.atrium.files.web;

import org.jspecify.annotations.NullMarked;
