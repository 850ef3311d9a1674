// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning;

import io.atrium.engine.meaning.embed.BgeSmallZh;
import io.atrium.engine.meaning.embed.TextEmbedder;
import java.nio.file.Path;

/// The model, loaded once for all tests.
public final class SharedModel {
    private static final TextEmbedder MODEL = BgeSmallZh.open(Path.of("target/native"));

    private SharedModel() {}

    public static TextEmbedder get() {
        return MODEL;
    }
}
