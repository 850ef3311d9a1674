// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/// The folder of an index: opened where this program can go on with it, emptied and begun anew where it cannot.
final class IndexFolder {
    private static final String POSITION = "position";
    private static final String MADE_BY = "made-by";
    private static final double WRITE_BUFFER_MB = 128;

    private final Directory directory;
    private final Words words;
    private final String madeBy;

    /// @param madeBy the model and layout, which have to be the same for all that lies in the folder
    IndexFolder(Directory directory, Words words, String madeBy) {
        this.directory = directory;
        this.words = words;
        this.madeBy = madeBy;
    }

    IndexWriter open() throws IOException {
        try {
            var writer = new IndexWriter(directory, config());
            if (isReadable(writer) && madeBy.equals(read(writer, MADE_BY))) return writer;
            writer.rollback();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException _) {
            // the database is the truth: begun anew below
        }
        empty();
        var writer = new IndexWriter(directory, config());
        mark(writer, CaseIndex.START);
        writer.commit();
        return writer;
    }

    void mark(IndexWriter writer, long position) {
        writer.setLiveCommitData(
                Map.of(POSITION, String.valueOf(position), MADE_BY, madeBy).entrySet(), true);
    }

    static long position(IndexWriter writer) {
        return Long.parseLong(read(writer, POSITION));
    }

    private static boolean isReadable(IndexWriter writer) throws IOException {
        try (var reader = DirectoryReader.open(writer)) {
            return reader.numDocs() >= 0;
        } catch (NoSuchFileException | FileNotFoundException _) {
            return false;
        }
    }

    private static String read(IndexWriter writer, String name) {
        var data = writer.getLiveCommitData();
        if (data == null) return "";
        for (var entry : data) {
            if (entry.getKey().equals(name)) return entry.getValue();
        }
        return "";
    }

    private void empty() throws IOException {
        try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (var file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) directory.deleteFile(file);
            }
        }
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(words.analyzer())
                .setCodec(CaseFields.codec())
                .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                .setCommitOnClose(false);
    }
}
