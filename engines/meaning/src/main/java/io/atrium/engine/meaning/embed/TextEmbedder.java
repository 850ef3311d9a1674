// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.embed;

import java.util.List;

/// Turns texts into vectors of length one (文本向量), so that the product of two of them is their closeness (余弦相似度).
///
/// Implementations may be called from many threads. The same text always gives the same vector, whichever texts stand
/// beside it, up to the last digits of a float.
public interface TextEmbedder extends AutoCloseable {
    /// More characters are refused: a need is told in a page, and a caller who sends a book has taken the wrong field.
    int TEXT_CHARACTERS_MAX = 20_000;

    /// More texts in one call are refused: their vectors would fill 20 MB.
    int BATCH_TEXTS_MAX = 10_000;

    /// Name and version of what makes the vectors. Vectors of different models must never meet in one index.
    String model();

    int dimensions();

    /// The vectors of these texts, in their order.
    ///
    /// @throws TextNotEmbeddable when a text is blank or too long, before any work is done
    List<float[]> embed(List<String> texts);

    /// The vector of one text.
    ///
    /// @throws TextNotEmbeddable when the text is blank or too long
    default float[] embed(String text) {
        return embed(List.of(text)).getFirst();
    }

    @Override
    void close();
}
