// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.status.AnnouncePoolNotice;
import io.atrium.compute.status.PoolNoticeView;
import io.atrium.kernel.Fen;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions that a provider answers, and the answers as typed.
record ProviderAnswers(Map<String, String> typed) {

    static Form priceForm(String pool) {
        return Form.to(
                "/provider/pools/" + pool + "/price",
                "compute.provider.price.submit",
                Field.number("price", "compute.price"),
                Field.of(FieldKind.DATE, "from", "compute.provider.price.day").hint("compute.provider.price.day.hint"));
    }

    static Form noticeForm(List<String> pools) {
        return Form.to(
                "/provider/notices",
                "compute.provider.notice.submit",
                Field.select(
                        "pool",
                        "compute.pool",
                        pools.stream().map(pool -> Option.literal(pool, pool)).toList()),
                Field.radios(
                        "kind",
                        "compute.status.kind",
                        List.of(
                                Option.key("MAINTENANCE", "compute.status.kind.MAINTENANCE"),
                                Option.key("INCIDENT", "compute.status.kind.INCIDENT"))),
                Field.text("starts", "compute.status.from").hint("compute.provider.notice.moment"),
                Field.text("ends", "compute.status.until").hint("compute.provider.notice.until"),
                Field.radios(
                        "stops",
                        "compute.provider.notice.placement",
                        List.of(
                                Option.key("yes", "compute.provider.notice.placement.stop"),
                                Option.key("no", "compute.provider.notice.placement.go-on"))),
                Field.of(FieldKind.TEXTAREA, "words", "compute.status.words").hint("compute.provider.notice.words"));
    }

    List<FieldError> priceErrors() {
        var errors = new ArrayList<FieldError>();
        if (money("price").isEmpty()) {
            errors.add(FieldError.of("price", "compute.provider.price.wrong"));
        }
        if (day("from").isEmpty()) {
            errors.add(FieldError.of("from", "compute.provider.day.wrong"));
        }
        return errors;
    }

    Fen price() {
        return money("price").orElseThrow();
    }

    LocalDate from() {
        return day("from").orElseThrow();
    }

    List<FieldError> noticeErrors() {
        var errors = new ArrayList<FieldError>();
        if (!List.of("MAINTENANCE", "INCIDENT").contains(text("kind"))) {
            errors.add(FieldError.of("kind", "compute.provider.choice.wrong"));
        }
        if (Moments.of(text("starts")).isEmpty()) {
            errors.add(FieldError.of("starts", "compute.provider.moment.wrong"));
        }
        if (!text("ends").isEmpty() && Moments.of(text("ends")).isEmpty()) {
            errors.add(FieldError.of("ends", "compute.provider.moment.wrong"));
        }
        return errors;
    }

    AnnouncePoolNotice.Content content() {
        return new AnnouncePoolNotice.Content(
                PoolNoticeView.Kind.valueOf(text("kind")),
                text("stops").equals("yes"),
                text("words"),
                Moments.of(text("starts")).orElseThrow(),
                Moments.of(text("ends")).orElse(null));
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private Optional<Fen> money(String name) {
        try {
            return Optional.of(Fen.ofYuan(new BigDecimal(text(name).replaceAll("[\\s,，]", ""))));
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
