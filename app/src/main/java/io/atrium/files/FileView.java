// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import io.atrium.kernel.OrgId;
import java.time.Instant;

/// What is known of an uploaded file.
public record FileView(
        FileId id, String name, String mediaType, long sizeBytes, String sha256, OrgId owner, Instant storedAt) {}
