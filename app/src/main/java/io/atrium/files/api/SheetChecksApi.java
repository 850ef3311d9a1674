// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.api;

import io.atrium.files.pdf.CheckLimit;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetCheck;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Checking official sheets by their code, open to everybody.
@RestController
@RequestMapping("/api/v1/sheet-checks")
@Tag(name = "sheets")
class SheetChecksApi {

    private final OfficialSheets sheets;
    private final CheckLimit limit;

    SheetChecksApi(OfficialSheets sheets, CheckLimit limit) {
        this.sheets = sheets;
        this.limit = limit;
    }

    /// @param holder partly masked
    /// @param newerVersion absent when this is the newest
    record CheckJson(
            String number,
            int version,
            String kind,
            LocalDate issuedOn,
            String holder,
            String sha256,
            @Nullable Integer newerVersion) {

        static CheckJson of(SheetCheck sheet) {
            var newer = sheet.newer();
            return new CheckJson(
                    sheet.number(),
                    sheet.version(),
                    sheet.kind(),
                    sheet.issuedOn(),
                    sheet.holder(),
                    sheet.sha256(),
                    newer == null ? null : newer.version());
        }
    }

    @Operation(summary = "Whether an official sheet is genuine")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"number":"AT-2026-000012","version":1,"kind":"policy-decision","issued_on":"2026-03-02","holder":"澄湖***有限公司",
             "sha256":"6f1ed002ab5595859014ebf0951522d9a3f1f2f3c4d5e6f708192a3b4c5d6e7f"}""")))
    @GetMapping("/{code}")
    CheckJson check(HttpServletRequest request, @PathVariable String code) {
        limit.count(request.getRemoteAddr());
        return sheets.check(code).map(CheckJson::of).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
