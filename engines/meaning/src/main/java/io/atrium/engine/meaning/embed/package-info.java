// SPDX-License-Identifier: Apache-2.0
/// Texts become vectors (文本向量): near in direction where they mean nearly the same.
///
/// Start at {@link io.atrium.engine.meaning.embed.TextEmbedder}; the only implementation is
/// {@link io.atrium.engine.meaning.embed.BgeSmallZh}. Not here: anything that compares or stores vectors.
@NullMarked
package io.atrium.engine.meaning.embed;

import org.jspecify.annotations.NullMarked;
