// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.service.StewardView;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.util.List;
import java.util.stream.Stream;

/// Forms that give firms to stewards.
final class StewardForms {

    private StewardForms() {}

    /// @param firm id or name; empty when it is asked for
    static Form assign(List<StewardView> stewards, String firm) {
        var choices = Stream.concat(
                Stream.of(Option.key("", "service.assign.choose")),
                stewards.stream().map(each -> Option.literal(each.person().value(), each.name())));
        var steward = Field.select("steward", "service.steward", choices.toList());
        var reason = Field.text("reason", "service.assign.reason").hint("service.assign.reason.hint");
        return firm.isEmpty()
                ? Form.to(
                        StewardPages.ASSIGNMENTS,
                        "service.assign.submit",
                        Field.text("firm", "service.firm").hint("service.assign.firm.hint"),
                        steward,
                        reason)
                : Form.to(
                        StewardPages.ASSIGNMENTS,
                        "service.assign.submit",
                        Field.hidden("firm", firm),
                        Field.hidden("back", MyFirmsPages.PATH + "/" + firm),
                        steward,
                        reason);
    }
}
