// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.web.KeptForm;
import io.atrium.web.Seen;
import io.atrium.web.component.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The answers of a posted form that may be kept: no secrets, nothing that makes a request valid, and not too much.
final class Answers {

    static final int CHARACTERS_MAX = 32_000;

    private static final Set<String> PLUMBING = Set.of(
            "_csrf", Form.KEY_FIELD, Seen.FIELD, KeptForm.PAGE_FIELD, KeptForm.PERSON_FIELD, "draft_title", "step");
    private static final List<String> SECRETS = List.of("password", "secret", "token", "otp");

    private Answers() {}

    /// Empty when there is nothing to keep, or more than is kept.
    static LinkedHashMap<String, ArrayList<String>> of(HttpServletRequest request) {
        var answers = new LinkedHashMap<String, ArrayList<String>>();
        int size = 0;
        for (var field : request.getParameterMap().entrySet()) {
            if (isKept(field.getKey())) {
                var values = new ArrayList<>(List.of(field.getValue()));
                size += field.getKey().length()
                        + values.stream().mapToInt(String::length).sum();
                answers.put(field.getKey(), values);
            }
        }
        return size <= CHARACTERS_MAX ? answers : new LinkedHashMap<>();
    }

    private static boolean isKept(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !PLUMBING.contains(name) && SECRETS.stream().noneMatch(lower::contains);
    }
}
