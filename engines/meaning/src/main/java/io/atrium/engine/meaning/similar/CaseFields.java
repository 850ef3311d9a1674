// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/// How a case lies in the index.
final class CaseFields {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String LABEL = "label";
    static final String LABELS = "labels";
    static final String MEANING = "meaning";

    /// Changes with every change of this file or of {@link Words}, so that older folders are made anew.
    static final String LAYOUT = "1";

    /// No label contains it: {@link CaseText} and callers use printable text.
    private static final String SEPARATOR = "\n";

    private CaseFields() {}

    static Document document(CaseText found, float[] meaning) {
        var document = new Document();
        document.add(new StringField(ID, found.id(), Field.Store.YES));
        document.add(new TextField(TEXT, found.text(), Field.Store.YES));
        for (var label : found.labels()) document.add(new StringField(LABEL, label, Field.Store.NO));
        document.add(new StoredField(LABELS, found.labels().stream().sorted().collect(Collectors.joining(SEPARATOR))));
        document.add(new KnnFloatVectorField(MEANING, meaning, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static Set<String> labels(Document document) {
        var joined = document.get(LABELS);
        return joined == null || joined.isEmpty() ? Set.of() : Set.of(joined.split(SEPARATOR));
    }

    /// Vectors are searched as bytes, a quarter of the memory; the exact ones are kept for the closeness that is told.
    static Codec codec() {
        var vectors = new Lucene104HnswScalarQuantizedVectorsFormat();
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
            }
        };
    }
}
