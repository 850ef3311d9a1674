// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A file as it was chosen (附件), before it is kept.
public record Attachment(String name, byte[] bytes) {

    /// What a form's upload field brought; a field that was left empty brings nothing.
    public static List<Attachment> chosen(@Nullable List<MultipartFile> files) throws IOException {
        var chosen = new ArrayList<Attachment>();
        for (var file : Objects.requireNonNullElse(files, List.<MultipartFile>of())) {
            chosen(file).ifPresent(chosen::add);
        }
        return chosen;
    }

    public static Optional<Attachment> chosen(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        return Optional.of(new Attachment(name, file.getBytes()));
    }
}
