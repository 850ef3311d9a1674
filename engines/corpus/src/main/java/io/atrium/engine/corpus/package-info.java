// SPDX-License-Identifier: Apache-2.0
/// Cleans text corpora (语料) and says what it did: one pass over the documents, bounded memory, counts that chain.
///
/// Start at {@link io.atrium.engine.corpus.Cleaning}; from a shell, at {@link io.atrium.engine.corpus.Clean} and
/// {@link io.atrium.engine.corpus.GenerateCorpus}. A step is one file named by what it does. The engine knows no
/// database, no framework and no network, and its result depends on its input alone.
@NullMarked
package io.atrium.engine.corpus;

import org.jspecify.annotations.NullMarked;
