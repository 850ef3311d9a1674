// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers to a form that were typed before and not sent (留存的内容): a draft, or what an expired page brought.
///
/// @param draft the draft's id; null for what an expired page brought
/// @param href the form with these answers in it
/// @param isShown whether the page that is drawn now was asked to show them
public record KeptForm(
        Map<String, List<String>> answers,
        Instant savedAt,
        @Nullable String draft,
        String href,
        boolean isShown) {

    /// The parameter by which a page is asked to show what was kept.
    public static final String RESTORE = "restore";
    public static final String DRAFT = "draft";
    public static final String RESCUED = "rescued";

    /// Names of hidden fields: the page that the form stands on, and who fills it in.
    public static final String PAGE_FIELD = "form_page";
    public static final String PERSON_FIELD = "form_person";

    /// Finds what was kept for the page that is drawn now, when a template asks for it.
    @FunctionalInterface
    public interface Memory {
        Optional<KeptForm> find();
    }
}
