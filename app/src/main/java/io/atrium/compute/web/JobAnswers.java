// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobRequest;
import io.atrium.web.component.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The answers of the form for a new job, as typed, and the request that they make.
record JobAnswers(Map<String, String> typed) {

    private static final String MODEL = "model:";
    private static final String POOL = "pool:";

    /// What is no number; rules about numbers are the front door's business.
    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (number("gpus").isEmpty()) {
            errors.add(FieldError.of("gpus", "compute.form.number"));
        }
        if (number("minutes").isEmpty()) {
            errors.add(FieldError.of("minutes", "compute.form.number"));
        }
        return errors;
    }

    /// Only when there are no [#errors].
    JobRequest request() {
        var command = typed("command")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new JobRequest(
                typed("name"),
                typed("workload"),
                typed("workload").equals("command") ? command : List.of(),
                (int) Math.min(Integer.MAX_VALUE, number("gpus").orElseThrow()),
                Duration.ofMinutes(Math.min(number("minutes").orElseThrow(), 1_000_000)),
                after(POOL),
                after(MODEL));
    }

    private String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    private @Nullable String after(String prefix) {
        return typed("where").startsWith(prefix) ? typed("where").substring(prefix.length()) : null;
    }

    /// Spaces, commas and full-width digits are fine.
    private OptionalLong number(String name) {
        var plain = typed(name).replaceAll("[\\s,，]", "");
        if (plain.isEmpty() || plain.length() > 9 || !plain.chars().allMatch(Character::isDigit)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                plain.chars().mapToLong(Character::getNumericValue).reduce(0, (sum, digit) -> sum * 10 + digit));
    }
}
