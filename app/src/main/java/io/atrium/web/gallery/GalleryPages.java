// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.gallery;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/gallery`, in the demo only: what each component looks like.
@Controller
@ConditionalOnBooleanProperty("atrium.demo")
class GalleryPages {

    private final WorkingCalendar calendar;
    private final Sheets sheets;

    GalleryPages(WorkingCalendar calendar, Sheets sheets) {
        this.calendar = calendar;
        this.sheets = sheets;
    }

    @GetMapping("/gallery/export")
    ResponseEntity<byte[]> export(ListQuery query, SheetFormat format, Text t) {
        var sheet = Sheet.<GalleryPage.Row>named("web.gallery.jobs")
                .text("web.gallery.job", GalleryPage.Row::name)
                .text("web.gallery.state", row -> t.of(row.state().key()))
                .number("web.gallery.gpus", GalleryPage.Row::gpus)
                .money("web.gallery.cost", GalleryPage.Row::amount);
        var rows = SheetRows.of(new Examples(t, calendar).rows());
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/gallery")
    PageView gallery(ListQuery query, Text t) {
        return PageView.of("gallery/page", "web.gallery.title", new Examples(t, calendar).page(query));
    }
}
