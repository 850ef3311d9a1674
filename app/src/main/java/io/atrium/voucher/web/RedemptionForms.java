// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.voucher.redemption.PreCheck;
import io.atrium.voucher.redemption.RedemptionView;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The questions of redemptions.
final class RedemptionForms {

    private RedemptionForms() {}

    /// Every bill that would be paid back, with what it would bring by itself.
    static Form choose(String action, PreCheck survey, List<String> chosen, Text t) {
        var options = survey.payable().stream()
                .map(one -> Option.literal(
                                one.bill().id(),
                                t.of(
                                        "voucher.redemption.option",
                                        one.bill().name(),
                                        t.dateShort(one.bill().billedOn()),
                                        one.bill().paid()))
                        .hint(t.of("voucher.redemption.option.share", one.share())))
                .toList();
        return Form.to(
                action,
                "voucher.redemption.continue",
                Field.of(FieldKind.CHECKBOXES, "bill", "voucher.redemption.choose")
                        .hint("voucher.redemption.choose.hint")
                        .options(options)
                        .values(new HashSet<>(chosen)));
    }

    static Form confirm(String action, String submitKey, List<String> chosen) {
        var form = Form.to(action, submitKey);
        for (var bill : chosen) {
            form = form.with(Field.hidden("bill", bill));
        }
        return form;
    }

    static Form decide(RedemptionView redemption, List<String> accepted, Text t) {
        var options = redemption.lines().stream()
                .map(line -> Option.literal(
                                line.bill(),
                                t.of(
                                        "voucher.redemption.option",
                                        line.name(),
                                        t.dateShort(line.billedOn()),
                                        line.amount()))
                        .hint(t.of("voucher.redemption.option.share", line.asked())))
                .toList();
        return Form.to(
                "/redemptions/" + redemption.id() + "/decision",
                "voucher.redemption.decision.submit",
                Field.radios(
                        "end",
                        "voucher.redemption.decision.end",
                        List.of(
                                Option.key("ACCEPTED", "voucher.redemption.decision.accept"),
                                Option.key("REJECTED", "voucher.redemption.decision.reject"))),
                Field.of(FieldKind.CHECKBOXES, "accepted", "voucher.redemption.decision.lines")
                        .options(options)
                        .values(new HashSet<>(accepted))
                        .optional(),
                Field.text("clause", "voucher.redemption.clause")
                        .hint("voucher.redemption.decision.why")
                        .optional(),
                Field.of(FieldKind.TEXTAREA, "reason", "voucher.redemption.reason")
                        .hint("voucher.redemption.decision.why")
                        .optional());
    }

    static Form giveBack(RedemptionView redemption) {
        return Form.to(
                "/redemptions/" + redemption.id() + "/return",
                "voucher.redemption.return.submit",
                Field.of(FieldKind.TEXTAREA, "reason", "voucher.redemption.return-reason")
                        .hint("voucher.redemption.return.hint"));
    }

    static List<FieldError> decisionErrors(Map<String, String> typed, List<String> accepted) {
        var errors = new ArrayList<FieldError>();
        var end = typed.getOrDefault("end", "");
        if (!List.of("ACCEPTED", "REJECTED").contains(end)) {
            errors.add(FieldError.of("end", "voucher.redemption.decision.end.wrong"));
        }
        if ("ACCEPTED".equals(end) && accepted.isEmpty()) {
            errors.add(FieldError.of("accepted", "voucher.redemption.decision.lines.wrong"));
        }
        return errors;
    }

    static List<String> bills(RedemptionView redemption) {
        return redemption.lines().stream().map(RedemptionView.Line::bill).toList();
    }
}
