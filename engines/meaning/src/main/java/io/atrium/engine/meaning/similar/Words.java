// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Cuts texts into the terms that are indexed: pairs of neighbouring Han characters, and words of other scripts.
///
/// `B座网络很慢` → `b`, `座网`, `网络`, `络很`, `很慢`
final class Words {
    private final Analyzer analyzer = new CJKAnalyzer();

    Analyzer analyzer() {
        return analyzer;
    }

    /// A term and where it stands in the text.
    record Term(String text, int from, int to) {}

    List<Term> terms(String text) {
        var terms = new ArrayList<Term>();
        try (var stream = analyzer.tokenStream(CaseFields.TEXT, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a string does not fail to be read
        }
        return terms;
    }
}
