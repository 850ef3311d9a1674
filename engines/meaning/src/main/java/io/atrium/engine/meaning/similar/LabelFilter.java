// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Which cases a search may find (可见范围), by their labels.
///
/// `anyOf(tenant:t-1, open).butNone(confidential)` finds what belongs to the tenant or is open, and is not
/// confidential.
/// It holds inside the search: what is filtered away takes no place among the results and leaves no trace in scores.
///
/// @param groups of each group a case must bear at least one label; an empty group is borne by none
/// @param none   labels that a case must not bear
public record LabelFilter(List<Set<String>> groups, Set<String> none) {
    /// Alternatives and exclusions beyond this are a list of cases, not a rule of sight.
    public static final int LABELS_MAX = 10_000;

    public LabelFilter {
        groups = groups.stream().map(Set::copyOf).toList();
        none = Set.copyOf(none);
        int labels = none.size() + groups.stream().mapToInt(Set::size).sum();
        if (labels > LABELS_MAX) throw new IllegalArgumentException("labels: " + labels);
    }

    /// For those who see all cases. Written out, so that nobody gets it by forgetting.
    public static LabelFilter everything() {
        return new LabelFilter(List.of(), Set.of());
    }

    /// Cases that bear at least one of these labels; without any label, no case at all.
    public static LabelFilter anyOf(Set<String> labels) {
        return new LabelFilter(List.of(labels), Set.of());
    }

    public LabelFilter andAnyOf(Set<String> labels) {
        var more = new ArrayList<>(groups);
        more.add(labels);
        return new LabelFilter(more, none);
    }

    public LabelFilter butNone(Set<String> labels) {
        var more = new java.util.HashSet<>(none);
        more.addAll(labels);
        return new LabelFilter(groups, more);
    }

    /// The filter as a query; null where everything passes.
    @Nullable
    Query query() {
        if (groups.isEmpty() && none.isEmpty()) return null;
        if (groups.stream().anyMatch(Set::isEmpty)) return new MatchNoDocsQuery("an empty group of labels");
        var query = new BooleanQuery.Builder();
        groups.forEach(group -> query.add(oneOf(group), Occur.FILTER));
        if (groups.isEmpty()) query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        if (!none.isEmpty()) query.add(oneOf(none), Occur.MUST_NOT);
        return query.build();
    }

    private static Query oneOf(Set<String> labels) {
        if (labels.size() == 1)
            return new TermQuery(new Term(CaseFields.LABEL, labels.iterator().next()));
        return new TermInSetQuery(
                CaseFields.LABEL, labels.stream().map(BytesRef::new).toList());
    }
}
