// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.correction.PriceCorrectionView.Wish;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions about a wrong price, and the answers as typed.
record PriceCorrectionForms(Map<String, String> typed) {

    private static final List<String> NAMES = List.of("pool", "wrong", "right", "first", "last", "reason");

    static Form ask(List<String> pools) {
        return Form.to(
                "/price-corrections/check",
                "compute.price-correction.check",
                Field.select(
                        "pool",
                        "compute.pool",
                        pools.stream().map(pool -> Option.literal(pool, pool)).toList()),
                Field.number("wrong", "compute.price-correction.wrong").hint("compute.price-correction.wrong.hint"),
                Field.number("right", "compute.price-correction.right"),
                Field.of(FieldKind.DATE, "first", "compute.price-correction.first")
                        .hint("compute.price-correction.first.hint"),
                Field.of(FieldKind.DATE, "last", "compute.price-correction.last")
                        .hint("compute.price-correction.last.hint"),
                Field.of(FieldKind.TEXTAREA, "reason", "compute.price-correction.reason")
                        .hint("compute.price-correction.reason.hint"));
    }

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        for (var price : List.of("wrong", "right")) {
            if (DisputeForms.Money.of(text(price)).isEmpty()) {
                errors.add(FieldError.of(price, "compute.provider.price.wrong"));
            }
        }
        for (var day : List.of("first", "last")) {
            if (day(day).isEmpty()) {
                errors.add(FieldError.of(day, "compute.provider.day.wrong"));
            }
        }
        return errors;
    }

    Wish wish() {
        return new Wish(
                text("pool"),
                DisputeForms.Money.of(text("wrong")).orElseThrow(),
                DisputeForms.Money.of(text("right")).orElseThrow(),
                day("first").orElseThrow(),
                day("last").orElseThrow(),
                text("reason"));
    }

    /// The same answers, to be sent once more with the confirmation.
    Form confirm() {
        var form = Form.to("/price-corrections", "compute.price-correction.submit");
        for (var name : NAMES) {
            form = form.with(Field.hidden(name, text(name)));
        }
        return form;
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
