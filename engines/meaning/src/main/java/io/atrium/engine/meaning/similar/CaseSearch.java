// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import io.atrium.engine.meaning.embed.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/// One search: by words, by meaning, fused, explained.
final class CaseSearch {
    /// Each of the two lists is this deep at least, so that the fused one knows both ranks of its results.
    private static final int DEPTH_MIN = 50;

    private final Words words;
    private final Synonyms synonyms;

    CaseSearch(Words words, Synonyms synonyms) {
        this.words = words;
        this.synonyms = synonyms;
    }

    record Question(String text, float[] meaning) {}

    List<SimilarCase> similar(IndexSearcher searcher, Question question, LabelFilter filter, int limit)
            throws IOException {
        var visible = filter.query();
        int depth = Math.max(DEPTH_MIN, limit);
        var asked = new WordQuery(question.text(), words, synonyms, searcher.getIndexReader());
        var byWords = top(searcher, asked.query(visible), depth);
        var byMeaning =
                top(searcher, new KnnFloatVectorQuery(CaseFields.MEANING, question.meaning(), depth, visible), depth);
        var results = new ArrayList<SimilarCase>();
        for (var fused : Fusion.fuse(byWords, byMeaning)) {
            if (results.size() == limit) break;
            results.add(explained(searcher, question, asked, fused));
        }
        return results;
    }

    private static int[] top(IndexSearcher searcher, @Nullable Query query, int depth) throws IOException {
        if (query == null) return new int[0];
        var found = searcher.search(query, new TopScoreDocCollectorManager(depth, null, depth));
        return Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).toArray();
    }

    private SimilarCase explained(IndexSearcher searcher, Question question, WordQuery asked, Fusion.Fused fused)
            throws IOException {
        var document = searcher.storedFields().document(fused.document());
        var text = document.get(CaseFields.TEXT);
        return new SimilarCase(
                document.get(CaseFields.ID),
                fused.score(),
                Vectors.closeness(question.meaning(), meaning(searcher, fused.document())),
                rank(fused.meaning()),
                rank(fused.words()),
                asked.shared(question.text(), text),
                asked.sameByMeaning(text),
                CaseFields.labels(document));
    }

    private static OptionalInt rank(int rank) {
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    private static float[] meaning(IndexSearcher searcher, int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var vectors = leaf.reader().getFloatVectorValues(CaseFields.MEANING);
        var iterator = vectors.iterator();
        if (iterator.advance(document - leaf.docBase) != document - leaf.docBase) {
            throw new IllegalStateException("a case without a vector: " + document);
        }
        return vectors.vectorValue(iterator.index()).clone();
    }
}
