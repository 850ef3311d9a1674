// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// A text as a question for its words: its rarest terms, and the synonyms of its domain words at a lower weight.
///
/// Terms that stand in a large part of all cases (我们, 请尽) say nothing about this one and cost the most, so they
/// are not asked for in an index large enough to tell.
final class WordQuery {
    /// The rarest that are asked for: a need of a few sentences has no more that matter.
    private static final int TERMS_MAX = 24;

    /// With synonyms. Far below what Lucene allows, also where a synonym is a phrase of many terms.
    private static final int CLAUSES_MAX = 100;

    private static final int CASES_TO_TELL = 1_000;
    private static final double COMMON_SHARE = 0.1;
    private static final float SYNONYM_WEIGHT = 0.6f;

    private final Words words;
    private final Map<String, Integer> casesByTerm = new LinkedHashMap<>();
    private final List<Synonyms.Wider> wider;

    WordQuery(String text, Words words, Synonyms synonyms, IndexReader reader) throws IOException {
        this.words = words;
        this.wider = synonyms.in(text);
        var all = new LinkedHashMap<String, Integer>();
        for (var term : words.terms(text)) {
            if (!all.containsKey(term.text())) {
                all.put(term.text(), reader.docFreq(new Term(CaseFields.TEXT, term.text())));
            }
        }
        double common = reader.numDocs() < CASES_TO_TELL ? Double.MAX_VALUE : reader.numDocs() * COMMON_SHARE;
        all.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && entry.getValue() <= common)
                .sorted(Map.Entry.comparingByValue()) // stable: of equal ones the earlier in the text
                .limit(TERMS_MAX)
                .forEach(entry -> casesByTerm.put(entry.getKey(), entry.getValue()));
    }

    /// The question, or null where no word of it stands in any case.
    @Nullable
    Query query(@Nullable Query filter) {
        var query = new BooleanQuery.Builder();
        var clauses = new ArrayList<Query>();
        casesByTerm.keySet().forEach(term -> clauses.add(new TermQuery(new Term(CaseFields.TEXT, term))));
        wider.stream().map(Synonyms.Wider::others).flatMap(Collection::stream).forEach(other -> {
            var phrase = phrase(other);
            if (phrase != null) clauses.add(new BoostQuery(phrase, SYNONYM_WEIGHT));
        });
        if (clauses.isEmpty()) return null;
        clauses.stream().limit(CLAUSES_MAX).forEach(one -> query.add(one, Occur.SHOULD));
        query.setMinimumNumberShouldMatch(1);
        if (filter != null) query.add(filter, Occur.FILTER);
        return query.build();
    }

    private @Nullable Query phrase(String other) {
        var terms = words.terms(other).stream().map(Words.Term::text).toArray(String[]::new);
        if (terms.length == 0) return null;
        return terms.length == 1
                ? new TermQuery(new Term(CaseFields.TEXT, terms[0]))
                : new PhraseQuery(CaseFields.TEXT, terms);
    }

    /// Runs of the asked text whose terms all stand in the other one, the rarest first.
    List<String> shared(String asked, String found) {
        var there = new java.util.HashSet<String>();
        words.terms(found).forEach(term -> there.add(term.text()));
        var runs = new LinkedHashMap<String, Integer>();
        int from = -1;
        int to = -1;
        int rarest = Integer.MAX_VALUE;
        for (var term : words.terms(asked)) {
            var cases = casesByTerm.get(term.text());
            if (cases == null || !there.contains(term.text())) continue;
            if (term.from() >= to && to >= 0) {
                runs.merge(asked.substring(from, to), rarest, Math::min);
                from = -1;
                rarest = Integer.MAX_VALUE;
            }
            if (from < 0) from = term.from();
            to = term.to();
            rarest = Math.min(rarest, cases);
        }
        if (to >= 0) runs.merge(asked.substring(from, to), rarest, Math::min);
        return runs.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<SimilarCase.WordPair> sameByMeaning(String found) {
        var lower = found.toLowerCase(java.util.Locale.ROOT);
        return wider.stream()
                .flatMap(one -> one.others().stream()
                        .filter(other -> Synonyms.contains(lower, other))
                        .map(other -> new SimilarCase.WordPair(one.word(), other)))
                .toList();
    }
}
