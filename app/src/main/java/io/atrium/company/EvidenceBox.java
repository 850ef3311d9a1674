// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.files.EvidenceType;
import io.atrium.files.FileId;
import io.atrium.files.StoreFile;
import io.atrium.files.StoreOutcome;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Keeps what proves a fact (凭据): few files, of known types, of the firm's own.
@Component
class EvidenceBox {

    private static final int BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final StoredFiles files;

    EvidenceBox(StoredFiles files) {
        this.files = files;
    }

    /// What is wrong with these files, before any of them is kept.
    Optional<CorrectionOutcome.Refused> refusal(Actor actor, List<Upload> uploads, List<String> kept) {
        if (uploads.size() + kept.size() > RequestCorrection.EVIDENCE_MAX) {
            return refused(CompanyRefusal.EVIDENCE_TOO_MANY, "limit", RequestCorrection.EVIDENCE_MAX);
        }
        return Stream.concat(
                        uploads.stream().flatMap(upload -> refusal(upload).stream()),
                        kept.stream().flatMap(id -> refusal(actor, id).stream()))
                .findFirst();
    }

    List<FileId> keep(Actor actor, List<Upload> uploads) {
        return uploads.stream().map(upload -> keep(actor, upload)).toList();
    }

    private static Optional<CorrectionOutcome.Refused> refusal(Upload upload) {
        if (upload.bytes().length > StoredFiles.SIZE_BYTES_MAX) {
            return Optional.of(new CorrectionOutcome.Refused(
                    CompanyRefusal.EVIDENCE_TOO_LARGE,
                    Map.of("file", upload.name(), "limit", StoredFiles.SIZE_BYTES_MAX / BYTES_PER_MEBIBYTE)));
        }
        return EvidenceType.of(upload.bytes()).isEmpty()
                ? refused(CompanyRefusal.EVIDENCE_TYPE, "file", upload.name())
                : Optional.empty();
    }

    private Optional<CorrectionOutcome.Refused> refusal(Actor actor, String id) {
        boolean isKept = id.startsWith(FileId.PREFIX + "_")
                && files.find(actor.scope(Permission.READ_COMPANY), new FileId(id))
                        .isPresent();
        return isKept ? Optional.empty() : refused(CompanyRefusal.EVIDENCE_UNKNOWN, "evidence", id);
    }

    private FileId keep(Actor actor, Upload upload) {
        var command = new StoreFile(actor, upload.name(), upload.mediaType(), upload.bytes());
        return switch (files.store(command)) {
            case StoreOutcome.Stored(var file) -> file.id();
            case StoreOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private static Optional<CorrectionOutcome.Refused> refused(CompanyRefusal code, String fact, Object value) {
        return Optional.of(new CorrectionOutcome.Refused(code, Map.of(fact, value)));
    }
}
