// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.List;

/// What stands around the content of every sheet (文书版式): drawn by `jte/files/sheet.jte`.
///
/// @param pageWords what stands before, between and after the page's number and their count
public record SheetFrame(
        Text t,
        String title,
        String issuer,
        String holder,
        String number,
        int version,
        LocalDate date,
        Check check,
        List<String> pageWords,
        boolean isDemo) {

    /// @param qr the address as a picture
    public record Check(String address, String code, String qr) {}

    static List<String> pageWords(Text t) {
        return List.of((t.of("files.sheet.page", "|", "|") + " ").split("\\|"));
    }
}
