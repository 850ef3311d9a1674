// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.web.text.Lang;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What anybody learns who holds the code of a sheet (核验结果); never more than the sheet itself shows.
///
/// @param holder the organisation's name, partly masked
/// @param newer the version that replaced it, if there is one
public record SheetCheck(
        String number,
        int version,
        String kind,
        Lang language,
        LocalDate issuedOn,
        String holder,
        String sha256,
        @Nullable Newer newer) {

    public record Newer(int version, LocalDate issuedOn) {}
}
