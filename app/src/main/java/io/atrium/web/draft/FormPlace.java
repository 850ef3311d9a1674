// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.web.ContinuePath;
import io.atrium.web.KeptForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// The page that a form stands on (表单所在页): its path names what is kept, its address leads back to it.
record FormPlace(String page, String href) {

    private static final int PAGE_LENGTH_MAX = 200;

    /// What the form itself says; empty for whatever is not a page of this site.
    static Optional<FormPlace> of(HttpServletRequest request) {
        return ContinuePath.of(request.getParameter(KeptForm.PAGE_FIELD))
                .map(href -> new FormPlace(href.split("\\?", 2)[0], href))
                .filter(place -> place.page().length() <= PAGE_LENGTH_MAX);
    }

    /// The same page, asked to show what was kept.
    String restoring(String what) {
        return UriComponentsBuilder.fromUriString(href)
                .replaceQueryParam(KeptForm.RESTORE, what)
                .build()
                .toUriString();
    }
}
