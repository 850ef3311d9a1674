// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.gallery;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/gallery`, in the demo only: what each component looks like.
@Controller
@ConditionalOnBooleanProperty("atrium.demo")
class GalleryPages {

    private final WorkingCalendar calendar;

    GalleryPages(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/gallery")
    PageView gallery(ListQuery query, Text t) {
        return PageView.of("gallery/page", "web.gallery.title", new Examples(t, calendar).page(query));
    }
}
