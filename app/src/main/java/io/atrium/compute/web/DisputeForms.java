// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.correction.BillCorrections.Right;
import io.atrium.compute.dispute.DisputeAbout;
import io.atrium.compute.dispute.DisputeId;
import io.atrium.files.EvidenceType;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.UploadLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions about a dispute, and the answers as typed.
record DisputeForms(Map<String, String> typed) {

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);
    private static final UploadLimit EVIDENCE = new UploadLimit(EvidenceType.ACCEPT, StoredFiles.SIZE_BYTES_MAX, 1);

    static Form raise(BillId bill) {
        return Form.to(
                "/bills/" + bill + "/disputes",
                "compute.dispute.submit",
                Field.radios(
                        "about",
                        "compute.dispute.about",
                        Arrays.stream(DisputeAbout.values())
                                .map(about -> Option.key(about.name(), "compute.dispute.about." + about))
                                .toList()),
                Field.of(FieldKind.TEXTAREA, "reason", "compute.dispute.reason").hint("compute.dispute.reason.hint"),
                Field.upload("evidence", "compute.dispute.evidence", EVIDENCE)
                        .hint("compute.dispute.evidence.hint")
                        .optional());
    }

    Optional<DisputeAbout> about() {
        return Arrays.stream(DisputeAbout.values())
                .filter(about -> about.name().equals(typed.get("about")))
                .findFirst();
    }

    static Form answer(DisputeId dispute, BillView bill) {
        return Form.to(
                "/bill-disputes/" + dispute + "/answer",
                "compute.dispute.answer.submit",
                Field.radios(
                        "end",
                        "compute.dispute.answer.choice",
                        List.of(
                                Option.key("ACCEPTED", "compute.dispute.accept"),
                                Option.key("REJECTED", "compute.dispute.reject"))),
                Field.number("gpu_hours", "compute.dispute.answer.gpu-hours")
                        .hint("compute.dispute.answer.gpu-hours.hint")
                        .unit("compute.unit.gpu-hours")
                        .value(hours(bill)),
                Field.number("price", "compute.dispute.answer.price")
                        .hint("compute.dispute.answer.price.hint")
                        .value(bill.pricePerGpuHour().toString()),
                Field.of(FieldKind.TEXTAREA, "reason", "compute.dispute.answer.reason"));
    }

    boolean isAccepted() {
        return "ACCEPTED".equals(typed.get("end"));
    }

    List<FieldError> answerErrors(BillView bill) {
        var errors = new ArrayList<FieldError>();
        if (!List.of("ACCEPTED", "REJECTED").contains(typed.getOrDefault("end", ""))) {
            errors.add(FieldError.of("end", "compute.provider.choice.wrong"));
        }
        if (isAccepted() && gpuTime(bill).isEmpty()) {
            errors.add(FieldError.of("gpu_hours", "compute.dispute.answer.gpu-hours.wrong"));
        }
        if (isAccepted() && Money.of(typed.getOrDefault("price", "")).isEmpty()) {
            errors.add(FieldError.of("price", "compute.provider.price.wrong"));
        }
        return errors;
    }

    Right right(BillView bill) {
        return new Right(
                gpuTime(bill).orElseThrow(),
                Money.of(typed.getOrDefault("price", "")).orElseThrow());
    }

    /// Hours with six decimals do not name each millisecond: what was not touched stays as it is.
    private Optional<GpuMillis> gpuTime(BillView bill) {
        var text = typed.getOrDefault("gpu_hours", "").replaceAll("[\\s,，]", "");
        if (text.equals(hours(bill))) {
            return Optional.of(bill.gpuTime());
        }
        try {
            var millis = new BigDecimal(text).multiply(MILLIS_PER_HOUR).setScale(0, RoundingMode.HALF_UP);
            return millis.signum() < 0 ? Optional.empty() : Optional.of(new GpuMillis(millis.longValueExact()));
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String hours(BillView bill) {
        return bill.gpuTime().gpuHours().toPlainString();
    }

    /// Yuan as people type them: spaces and commas are fine.
    static final class Money {

        private Money() {}

        static Optional<Fen> of(String typed) {
            try {
                return Optional.of(Fen.ofYuan(new BigDecimal(typed.replaceAll("[\\s,，]", ""))));
            } catch (ArithmeticException | NumberFormatException _) {
                return Optional.empty();
            }
        }
    }
}
