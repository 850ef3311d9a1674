// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import io.atrium.engine.meaning.embed.TextEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The index of cases (案例索引): put, replaced, removed, and searched for what resembles a text, by words and by meaning.
///
/// **A copy, not the truth.** The caller counts its changes, feeds them in their order and names the count at each
/// {@link #commit}. After a crash {@link #position} tells the last count on disk; feeding again from there, once or
/// twice, ends in the same index. A folder that another model or layout wrote, or that cannot be read, is begun anew at
/// {@link #START}: the caller then feeds everything.
///
/// **A search sees what was put or removed before it began**, so a case that was withdrawn is gone at once.
///
/// Safe for many threads. One process at a time: the folder is locked, and the lock ends with the process.
public final class CaseIndex implements AutoCloseable {
    /// The position of an index that has not been fed.
    public static final long START = 0;

    /// Results of one search: as many as a person may page through.
    public static final int RESULTS_MAX = 100;

    private final TextEmbedder embedder;
    private final Directory directory;
    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final CaseSearch search;
    private final AtomicBoolean changed = new AtomicBoolean();

    private CaseIndex(Directory directory, TextEmbedder embedder, Synonyms synonyms) throws IOException {
        this.embedder = embedder;
        this.directory = directory;
        var words = new Words();
        this.folder = new IndexFolder(directory, words, embedder.model() + "/" + CaseFields.LAYOUT);
        this.writer = folder.open();
        this.searchers = new SearcherManager(writer, null);
        this.search = new CaseSearch(words, synonyms);
    }

    /// Opens the index in a folder, which is made where it is missing.
    public static CaseIndex open(Path folder, TextEmbedder embedder, Synonyms synonyms) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        try {
            return new CaseIndex(directory, embedder, synonyms);
        } catch (IOException | RuntimeException problem) {
            directory.close();
            throw problem;
        }
    }

    /// Puts cases in, in place of those with the same ids.
    public void putAll(List<CaseText> cases) throws IOException {
        var meanings = embedder.embed(cases.stream().map(CaseText::text).toList());
        for (int i = 0; i < cases.size(); i++) put(cases.get(i), meanings.get(i));
    }

    public void put(CaseText added) throws IOException {
        put(added, embedder.embed(added.text()));
    }

    /// Puts a case in whose vector the caller keeps already, made by the same model.
    public void put(CaseText added, float[] meaning) throws IOException {
        if (meaning.length != embedder.dimensions()) throw new IllegalArgumentException("vector: " + meaning.length);
        writer.updateDocument(new Term(CaseFields.ID, added.id()), CaseFields.document(added, meaning));
        changed.set(true);
    }

    public void remove(Collection<String> ids) throws IOException {
        writer.deleteDocuments(
                ids.stream().map(id -> new Term(CaseFields.ID, id)).toArray(Term[]::new));
        changed.set(true);
    }

    /// Makes everything so far survive a crash, together with the caller's count of it.
    public synchronized void commit(long position) throws IOException {
        if (position < position()) throw new IllegalArgumentException(position + " is before " + position());
        folder.mark(writer, position);
        writer.commit();
    }

    /// The count of the last commit: what came after it is to be fed again.
    public long position() {
        return IndexFolder.position(writer);
    }

    public long count() throws IOException {
        return searched(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /// Merges what lies in many pieces into few, after a bulk load; searches are faster then. Takes minutes.
    public void settle(int pieces) throws IOException {
        writer.forceMerge(pieces);
        changed.set(true);
    }

    /// The cases that resemble a text, best first.
    ///
    /// @param filter what the reader may see
    /// @param limit  at most {@link #RESULTS_MAX}
    public List<SimilarCase> similar(String text, LabelFilter filter, int limit) throws IOException {
        return similar(text, embedder.embed(text), filter, limit);
    }

    /// The same, where the caller has the vector of the text already.
    public List<SimilarCase> similar(String text, float[] meaning, LabelFilter filter, int limit) throws IOException {
        if (limit < 1 || limit > RESULTS_MAX) throw new IllegalArgumentException("limit: " + limit);
        return searched(searcher -> search.similar(searcher, new CaseSearch.Question(text, meaning), filter, limit));
    }

    private <T> T searched(Search<T> search) throws IOException {
        if (changed.getAndSet(false)) {
            try {
                searchers.maybeRefreshBlocking();
            } catch (IOException | RuntimeException problem) {
                changed.set(true);
                throw problem;
            }
        }
        var searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /// Closes without a commit: what was not committed is fed again, as after a crash.
    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
