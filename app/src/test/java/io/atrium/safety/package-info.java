// SPDX-License-Identifier: Apache-2.0

/// What must hold for every route, whoever adds one: nothing leaks to outsiders ([LeakTest]), forms are sent by their
/// own
/// pages ([ForgeryTest]), typed markup stays text ([MarkupTest]), answers carry the headers ([ResponseHeadersTest]).
/// A route with a new path variable needs a sample of it in [Samples]; nothing else.
@NullMarked
package io.atrium.safety;

import org.jspecify.annotations.NullMarked;
