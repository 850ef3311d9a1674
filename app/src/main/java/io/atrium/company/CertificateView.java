// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.files.FileId;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A certificate or licence of a firm (证照).
///
/// @param check absent while only the firm vouches for it
public record CertificateView(
        CertificateId id,
        OrgId firm,
        Details details,
        FileId file,
        Instant recordedAt,
        @Nullable Check check) {

    /// @param validUntil absent where it does not end
    public record Details(
            CertificateKind kind,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil) {}

    /// Who held it against the original, and when (核对原件).
    public record Check(String by, Instant at) {}

    public boolean hasEndedBy(LocalDate day) {
        return details.validUntil() != null && details.validUntil().isBefore(day);
    }
}
