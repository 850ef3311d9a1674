// SPDX-License-Identifier: Apache-2.0

/// Words, numbers and times in the reader's language. Start at [io.atrium.web.text.Text]; the words themselves stand in
/// `messages/<module>/messages_{zh_CN,en}.properties`.
@NullMarked
package io.atrium.web.text;

import org.jspecify.annotations.NullMarked;
