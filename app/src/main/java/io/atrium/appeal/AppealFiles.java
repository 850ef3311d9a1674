// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.files.EvidenceType;
import io.atrium.files.FileId;
import io.atrium.files.FileView;
import io.atrium.files.StoreFile;
import io.atrium.files.StoreOutcome;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps what is attached to appeals: few files, of known types.
@Component
class AppealFiles {

    private final StoredFiles files;

    AppealFiles(StoredFiles files) {
        this.files = files;
    }

    /// Refused as a whole before anything is kept.
    void check(List<RaiseAppeal.Attachment> attachments) {
        if (attachments.size() > RaiseAppeal.FILES_MAX) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_FILES_TOO_MANY, "limit", RaiseAppeal.FILES_MAX));
        }
        attachments.stream()
                .filter(file -> EvidenceType.of(file.bytes()).isEmpty())
                .findFirst()
                .ifPresent(file -> {
                    throw new RefusedException(Refusal.of(AppealRefusal.APPEAL_FILE_TYPE, "file", file.name()));
                });
    }

    FileId keep(Actor actor, RaiseAppeal.Attachment file) {
        var type = EvidenceType.of(file.bytes()).orElseThrow();
        return switch (files.store(new StoreFile(actor, file.name(), type.mediaType(), file.bytes()))) {
            case StoreOutcome.Stored(var kept) -> kept.id();
            case StoreOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    /// A file of an appeal that was found.
    Optional<FileView> find(FileId id) {
        return files.find(new Scope.All(), id);
    }

    byte[] read(FileView file) {
        return files.read(file);
    }
}
