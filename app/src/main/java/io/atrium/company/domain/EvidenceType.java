// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import java.util.Arrays;
import java.util.Optional;

/// What may prove a fact (凭据格式), told by the first bytes of the file and not by its name.
public enum EvidenceType {
    PDF("%PDF-"),
    PNG("\u0089PNG"),
    JPEG("\u00ff\u00d8\u00ff");

    /// For the `accept` attribute of a field.
    public static final String ACCEPT = ".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg";

    private final String start;

    EvidenceType(String start) {
        this.start = start;
    }

    public static Optional<EvidenceType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if ((content[i] & 0xff) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
