// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The front door of what is attached to something (附件): few files, of the types that can prove something. Who may see
/// one is for the module to say that keeps what it is attached to.
@Component
public class Attachments {

    private final StoredFiles files;

    Attachments(StoredFiles files) {
        this.files = files;
    }

    /// Refused as a whole before anything is kept.
    public void check(List<Attachment> attachments, int filesMax) {
        if (attachments.size() > filesMax) {
            throw new RefusedException(Refusal.of(FileRefusal.FILES_TOO_MANY, "limit", filesMax));
        }
        attachments.forEach(Attachments::check);
    }

    private static void check(Attachment file) {
        if (file.bytes().length > StoredFiles.SIZE_BYTES_MAX) {
            throw new RefusedException(new Refusal(
                    FileRefusal.FILE_TOO_LARGE,
                    Map.of("size", file.bytes().length, "limit", StoredFiles.SIZE_BYTES_MAX)));
        }
        type(file);
    }

    private static EvidenceType type(Attachment file) {
        return EvidenceType.of(file.bytes())
                .orElseThrow(() -> new RefusedException(Refusal.of(FileRefusal.FILE_TYPE, "file", file.name())));
    }

    public FileId keep(Actor actor, Attachment file) {
        var command = new StoreFile(actor, file.name(), type(file).mediaType(), file.bytes());
        return switch (files.store(command)) {
            case StoreOutcome.Stored(var kept) -> kept.id();
            case StoreOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    /// A file of something that was found.
    public Optional<FileView> find(FileId id) {
        return files.find(new Scope.All(), id);
    }

    /// The content as an answer that a browser keeps and never shows by itself.
    public ResponseEntity<byte[]> download(FileView file) {
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(files.read(file));
    }
}
