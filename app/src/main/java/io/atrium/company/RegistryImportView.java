// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.files.FileId;
import java.time.Instant;

/// A delivery that was handed in, whether taken or not.
public record RegistryImportView(
        ImportId id,
        FileId file,
        String fileName,
        boolean imported,
        String importedBy,
        Instant importedAt,
        ImportReport report) {}
