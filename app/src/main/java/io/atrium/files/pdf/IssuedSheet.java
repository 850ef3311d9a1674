// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.kernel.OrgId;
import io.atrium.web.text.Lang;
import java.time.Instant;

/// A sheet that was issued (已出具的文书).
///
/// @param number stays the same for all versions
/// @param sha256 of the PDF
/// @param code by which anybody checks it, in groups of four
public record IssuedSheet(
        String id,
        String number,
        int version,
        String kind,
        OrgId organisation,
        String organisationName,
        String subject,
        Lang language,
        String title,
        String sha256,
        long sizeBytes,
        String code,
        Instant issuedAt,
        String issuedBy) {

    public static final String PREFIX = "sht";

    /// The page on which its holder finds the file.
    public String href() {
        return "/sheets/" + id;
    }

    public String fileName() {
        return number + "-v" + version + ".pdf";
    }
}
