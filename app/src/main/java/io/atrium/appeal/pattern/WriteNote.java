// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RequestKey;

/// Writes down what proved itself (记录办理经验).
public record WriteNote(RequestKey key, NoteSource source, String title, String applies, String action) {

    public static final int TITLE_LENGTH_MAX = 80;
    public static final int APPLIES_LENGTH_MAX = 500;
    public static final int ACTION_LENGTH_MAX = 2000;
}
