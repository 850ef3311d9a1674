// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static java.util.Objects.requireNonNull;

/// One document of a corpus (一篇文档): an id that its source gave it, and its text.
public record Document(String id, String text) {
    public Document {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
    }

    /// The same document with another text; itself when the text is the same object.
    @SuppressWarnings("ReferenceEquality") // steps return their argument when nothing changed
    public Document withText(String newText) {
        return newText == text ? this : new Document(id, newText);
    }
}
