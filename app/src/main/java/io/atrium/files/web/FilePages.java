// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.web;

import io.atrium.files.FileId;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Downloads. Always as an attachment: a browser must never run what somebody uploaded.
@Controller
class FilePages {

    private final StoredFiles files;

    FilePages(StoredFiles files) {
        this.files = files;
    }

    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable String id) {
        var file = fileId(id)
                .flatMap(known -> files.find(actor.scope(Permission.READ_COMPANY), known))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .body(files.read(file));
    }

    private static Optional<FileId> fileId(String id) {
        return id.startsWith(FileId.PREFIX + "_") ? Optional.of(new FileId(id)) : Optional.empty();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
