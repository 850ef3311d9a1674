// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.lease.LeasePurpose;
import io.atrium.compute.lease.LeaseWish;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions about a lease, and the answers as typed.
record LeaseForms(Map<String, String> typed) {

    private static final List<String> NAMES =
            List.of("name", "pool", "gpus", "starts", "days", "purpose", "affiliated");

    static Form ask(List<Option> pools) {
        return Form.to(
                "/leases/check",
                "compute.lease.check",
                Field.text("name", "compute.lease.name").hint("compute.lease.name.hint"),
                Field.select("pool", "compute.pool", pools),
                Field.number("gpus", "compute.lease.gpus")
                        .unit("compute.unit.gpus")
                        .hint("compute.lease.gpus.hint"),
                Field.of(FieldKind.DATE, "starts", "compute.lease.starts").hint("compute.lease.starts.hint"),
                Field.number("days", "compute.lease.days")
                        .unit("compute.unit.days")
                        .hint("compute.lease.days.hint"),
                Field.radios(
                        "purpose",
                        "compute.lease.purpose",
                        Arrays.stream(LeasePurpose.values())
                                .map(purpose -> Option.key(purpose.name(), "compute.lease.purpose." + purpose))
                                .toList()),
                affiliated());
    }

    private static Field affiliated() {
        return Field.radios(
                        "affiliated",
                        "compute.lease.affiliated",
                        List.of(
                                Option.key("no", "compute.lease.affiliated.no"),
                                Option.key("yes", "compute.lease.affiliated.yes")))
                .hint("compute.lease.affiliated.hint");
    }

    static Form sign(LeaseId lease) {
        return Form.to(
                "/leases/" + lease + "/signature",
                "compute.lease.sign",
                affiliated(),
                Field.radios(
                        "only",
                        "compute.lease.only",
                        List.of(
                                Option.key("yes", "compute.lease.only.yes"),
                                Option.key("no", "compute.lease.only.no"))));
    }

    static Form words(LeaseId lease, String step) {
        return Form.to(
                "/leases/" + lease + "/" + step,
                "compute.lease." + step,
                Field.of(FieldKind.TEXTAREA, "words", "compute.lease." + step + ".words")
                        .hint("compute.lease." + step + ".hint"));
    }

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        for (var number : List.of("gpus", "days")) {
            if (Numbers.of(text(number)).isEmpty()) {
                errors.add(FieldError.of(number, "compute.form.number"));
            }
        }
        if (day().isEmpty()) {
            errors.add(FieldError.of("starts", "compute.provider.day.wrong"));
        }
        if (purpose().isEmpty()) {
            errors.add(FieldError.of("purpose", "compute.provider.choice.wrong"));
        }
        errors.addAll(choiceErrors("affiliated"));
        return errors;
    }

    List<FieldError> choiceErrors(String... names) {
        return Arrays.stream(names)
                .filter(name -> !List.of("yes", "no").contains(text(name)))
                .map(name -> FieldError.of(name, "compute.provider.choice.wrong"))
                .toList();
    }

    boolean isYes(String name) {
        return text(name).equals("yes");
    }

    LeaseWish wish() {
        return new LeaseWish(
                text("name"),
                text("pool"),
                Numbers.of(text("gpus")).orElseThrow(),
                day().orElseThrow(),
                Numbers.of(text("days")).orElseThrow(),
                purpose().orElseThrow(),
                isYes("affiliated"));
    }

    /// The same answers, to be sent once more with the confirmation.
    Form confirm() {
        var form = Form.to("/leases", "compute.lease.request");
        for (var name : NAMES) {
            form = form.with(Field.hidden(name, text(name)));
        }
        return form;
    }

    private Optional<LeasePurpose> purpose() {
        return Arrays.stream(LeasePurpose.values())
                .filter(purpose -> purpose.name().equals(text("purpose")))
                .findFirst();
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text("starts")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
