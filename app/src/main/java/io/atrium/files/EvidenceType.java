// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/// What may prove something (凭据格式), told by the first bytes of the file and not by its name.
public enum EvidenceType {
    PDF("%PDF-", "application/pdf"),
    PNG("\u0089PNG", "image/png"),
    JPEG("\u00ff\u00d8\u00ff", "image/jpeg");

    /// For the `accept` attribute of a field.
    public static final String ACCEPT = ".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg";

    private final byte[] start;
    private final String mediaType;

    EvidenceType(String start, String mediaType) {
        this.start = start.getBytes(ISO_8859_1);
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<EvidenceType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
