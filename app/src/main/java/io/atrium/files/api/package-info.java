// SPDX-License-Identifier: Apache-2.0
/// REST of official sheets.
@NullMarked
package io.atrium.files.api;

import org.jspecify.annotations.NullMarked;
