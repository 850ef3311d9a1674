// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.web;

import io.atrium.files.pdf.CheckLimit;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetCheck;
import io.atrium.web.PageView;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/check`: open to everybody. Whoever holds a sheet, or its code, learns whether it is genuine, and nothing that the
/// sheet does not show.
@Controller
class CheckPages {

    private final OfficialSheets sheets;
    private final CheckLimit limit;

    CheckPages(OfficialSheets sheets, CheckLimit limit) {
        this.sheets = sheets;
        this.limit = limit;
    }

    @GetMapping("/check")
    PageView ask(HttpServletRequest request, @RequestParam(defaultValue = "") String code, Text t) {
        return code.isBlank()
                ? PageView.of("files/check", "files.check.title", new CheckPage(field(""), null))
                : answer(request, code, t);
    }

    @GetMapping("/check/{code}")
    PageView check(HttpServletRequest request, @PathVariable String code, Text t) {
        return answer(request, code, t);
    }

    private PageView answer(HttpServletRequest request, String code, Text t) {
        limit.count(request.getRemoteAddr());
        var found = sheets.check(code);
        var result = found.map(sheet -> result(sheet, t)).orElseGet(() -> new CheckPage.Result(false, null, List.of()));
        return PageView.of("files/check", "files.check.title", new CheckPage(field(code), result))
                .status(found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    private static Field field(String typed) {
        return Field.text("code", "files.sheet.code")
                .hint("files.check.hint")
                .autocomplete("off")
                .value(typed);
    }

    private static CheckPage.Result result(SheetCheck sheet, Text t) {
        var newer = sheet.newer();
        return new CheckPage.Result(
                true,
                newer == null ? null : t.of("files.check.newer", newer.version(), newer.issuedOn()),
                List.of(
                        Fact.of(t.of("files.sheet.kind"), t.of("sheet.kind." + sheet.kind())),
                        Fact.of(
                                t.of("files.sheet.number.label"),
                                t.of("files.sheet.number", sheet.number(), sheet.version())),
                        Fact.of(t.of("files.sheet.date"), t.date(sheet.issuedOn())),
                        Fact.of(t.of("files.sheet.holder"), sheet.holder()).from(t.of("files.check.masked")),
                        Fact.of(t.of("files.sheet.hash"), sheet.sha256()).from(t.of("files.check.hash-how"))));
    }
}
