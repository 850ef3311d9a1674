// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import static io.atrium.jooq.Tables.STORED_FILE;

import io.atrium.jooq.tables.records.StoredFileRecord;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Scope;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of files: keep and hand out what people upload.
@Component
public class StoredFiles {

    /// Below the servlet's own limit, so that the refusal can be phrased.
    public static final int SIZE_BYTES_MAX = 10 * 1024 * 1024;
    private static final int NAME_LENGTH_MAX = 200;

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final BlobFolder blobs;

    StoredFiles(DSLContext database, Ids ids, InstantSource clock, AtriumSettings settings) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.blobs = new BlobFolder(settings.filesFolder());
    }

    /// Keeps a file for the actor's organisation. A blob without a row is harmless: it is found again by its content.
    @Transactional
    public StoreOutcome store(StoreFile command) {
        if (command.bytes().length == 0) {
            return new StoreOutcome.Refused(Refusal.of(FileRefusal.FILE_EMPTY));
        }
        if (command.bytes().length > SIZE_BYTES_MAX) {
            return new StoreOutcome.Refused(new Refusal(
                    FileRefusal.FILE_TOO_LARGE, Map.of("size", command.bytes().length, "limit", SIZE_BYTES_MAX)));
        }
        var file = new FileView(
                new FileId(ids.next(FileId.PREFIX)),
                plainName(command.name()),
                command.mediaType(),
                command.bytes().length,
                blobs.write(command.bytes()),
                command.actor().organisation(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // what the database keeps
        insert(file, command.actor().person().value());
        return new StoreOutcome.Stored(file);
    }

    @Transactional(readOnly = true)
    public Optional<FileView> find(Scope scope, FileId id) {
        return database.selectFrom(STORED_FILE)
                .where(STORED_FILE.ID.eq(id.value()), Scope.condition(scope, STORED_FILE.OWNER_ID))
                .fetchOptional(StoredFiles::view);
    }

    /// The content of a file that was found, checked against its hash.
    public byte[] read(FileView file) {
        return blobs.read(file.sha256());
    }

    /// Keeps what this house itself made and registers elsewhere; returns its SHA-256.
    public String keep(byte[] content) {
        return blobs.write(content);
    }

    /// What [#keep] kept, checked against its hash.
    public byte[] kept(String sha256) {
        return blobs.read(sha256);
    }

    private void insert(FileView file, String person) {
        database.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, file.id().value())
                .set(STORED_FILE.SHA256, file.sha256())
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.MEDIA_TYPE, file.mediaType())
                .set(STORED_FILE.SIZE_BYTES, file.sizeBytes())
                .set(STORED_FILE.OWNER_ID, file.owner().value())
                .set(STORED_FILE.STORED_BY, person)
                .set(STORED_FILE.STORED_AT, file.storedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static String plainName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{Cntrl}", "").strip();
        if (plain.isEmpty()) {
            return "file";
        }
        return plain.length() <= NAME_LENGTH_MAX ? plain : plain.substring(plain.length() - NAME_LENGTH_MAX);
    }

    private static FileView view(StoredFileRecord row) {
        return new FileView(
                new FileId(row.getId()),
                row.getName(),
                row.getMediaType(),
                row.getSizeBytes(),
                row.getSha256(),
                new OrgId(row.getOwnerId()),
                row.getStoredAt().toInstant());
    }
}
