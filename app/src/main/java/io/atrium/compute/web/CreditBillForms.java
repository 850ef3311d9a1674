// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.credit.CreditBillId;
import io.atrium.compute.credit.CreditBillView;
import io.atrium.compute.credit.RecordPayment;
import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions about a payment, and the answers as typed.
record CreditBillForms(Map<String, String> typed) {

    static Form payment(CreditBillView bill, LocalDate today) {
        return Form.to(
                "/credit-bills/" + bill.id() + "/payments",
                "compute.credit.payment.submit",
                Field.number("amount", "compute.credit.payment.amount")
                        .hint("compute.credit.payment.amount.hint")
                        .value(bill.left().yuan().toPlainString()),
                Field.of(FieldKind.DATE, "paid_on", "compute.credit.payment.day")
                        .small()
                        .value(today.toString()),
                Field.text("reference", "compute.credit.payment.reference")
                        .hint("compute.credit.payment.reference.hint"));
    }

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (DisputeForms.Money.of(typed.getOrDefault("amount", "")).isEmpty()) {
            errors.add(FieldError.of("amount", "compute.credit.payment.amount.wrong"));
        }
        if (day().isEmpty()) {
            errors.add(FieldError.of("paid_on", "compute.credit.payment.day.wrong"));
        }
        if (typed.getOrDefault("reference", "").isBlank()) {
            errors.add(FieldError.of("reference", "compute.credit.payment.reference.wrong"));
        }
        return errors;
    }

    RecordPayment command(RequestKey key, CreditBillId bill) {
        return new RecordPayment(
                key,
                bill,
                DisputeForms.Money.of(typed.getOrDefault("amount", "")).orElseThrow(),
                day().orElseThrow(),
                typed.getOrDefault("reference", ""));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(typed.getOrDefault("paid_on", "").strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
