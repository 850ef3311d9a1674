// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.CertificateId;
import io.atrium.company.CertificateKind;
import io.atrium.files.FileId;

/// A paper that proves one condition (佐证材料), as it was when it was picked.
///
/// @param slot id of the condition, or [#OTHER]
/// @param isNew uploaded for this application, not taken from the store
public record ApplicationPaper(
        String slot, CertificateId certificate, FileId file, CertificateKind kind, String name, boolean isNew) {

    public static final String OTHER = "other";
}
