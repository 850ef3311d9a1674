// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.files.FileId;
import java.time.Instant;

/// A delivery as lists show it.
public record RegistryImportSummary(
        ImportId id, FileId file, String fileName, boolean imported, String importedBy, Instant importedAt, int rows) {}
