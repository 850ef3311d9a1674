// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.ActAnswers;
import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.RouteRule;
import io.atrium.appeal.Rules;
import io.atrium.identity.OrganisationNames;
import io.atrium.identity.OrganisationView;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The questions that each move asks.
record ActForms(Text t, Rules rules) {

    private static final int RATING_MAX = 5;

    Form of(Act act, AppealView appeal, @Nullable LocalDate lastDay) {
        var action = AppealListPages.PATH + "/" + appeal.id() + "/" + act.path();
        var submit = "appeal.act." + act + ".submit";
        return switch (act) {
            case SIGN, WITHDRAW -> Form.to(action, submit);
            case DISPATCH -> Form.to(action, submit, units(appeal), categories(appeal));
            case ASK_HELP -> Form.to(action, submit, helpers(appeal), words(act), date("by", "appeal.field.by"));
            case PLAN ->
                Form.to(
                        action,
                        submit,
                        words(act),
                        date("by", "appeal.field.promise")
                                .hint("appeal.field.promise.hint")
                                .optional());
            case EXTEND -> Form.to(action, submit, until(lastDay), words(act));
            case ANSWER ->
                Form.to(
                        action,
                        submit,
                        words(act),
                        Field.text("basis", "appeal.field.basis")
                                .hint("appeal.field.basis.hint")
                                .optional(),
                        Field.text("next", "appeal.field.next")
                                .hint("appeal.field.next.hint")
                                .optional());
            case ACCEPT ->
                Form.to(
                        action,
                        submit,
                        resolved(),
                        rating(),
                        words(act).hint("appeal.field.verdict.hint").optional());
            case CALL_BACK -> Form.to(action, submit, words(act), resolved().optional(), rating().optional());
            default -> Form.to(action, submit, words(act));
        };
    }

    /// All that is wrong with the answers, each at its field.
    static List<FieldError> wrong(Act act, Map<String, String> typed) {
        return new ActAnswers(typed)
                .wrong(act).stream()
                        .map(wrong -> wrong.fault() == ActAnswers.Fault.UNREADABLE
                                ? FieldError.of(wrong.field(), "appeal.field." + wrong.field() + ".wrong")
                                : FieldError.of(wrong.field(), "appeal.field.fault." + wrong.fault(), wrong.limit()))
                        .toList();
    }

    private static Field until(@Nullable LocalDate lastDay) {
        var until = date("until", "appeal.field.until");
        return lastDay == null
                ? until
                : until.value(lastDay.toString()).max(lastDay).hint("appeal.field.until.hint", lastDay);
    }

    private static Field words(Act act) {
        return Field.of(FieldKind.TEXTAREA, "words", "appeal.act." + act + ".words");
    }

    private static Field date(String name, String labelKey) {
        return Field.of(FieldKind.DATE, name, labelKey);
    }

    private Field units(AppealView appeal) {
        var options = rules.units().stream()
                .map(unit -> Option.literal(unit.id().value(), OrganisationNames.of(t, unit)))
                .toList();
        var current = appeal.owner().unit();
        var lead =
                rules.route(appeal.need().category()).map(route -> route.lead().value());
        return Field.select("unit", "appeal.unit", options)
                .value(current == null ? lead.orElse(null) : current.value());
    }

    /// Those that the route names as helpers first: mediators and lawyers for disputes, for example.
    private Field helpers(AppealView appeal) {
        var named =
                rules.route(appeal.need().category()).map(RouteRule::helpers).orElse(List.of());
        var options = rules.units().stream()
                .filter(unit -> !unit.id().equals(appeal.owner().unit()))
                .sorted(Comparator.comparing((OrganisationView unit) -> !named.contains(unit.id())))
                .map(unit -> Option.literal(unit.id().value(), OrganisationNames.of(t, unit)))
                .toList();
        return Field.select("unit", "appeal.field.helper", options);
    }

    private Field categories(AppealView appeal) {
        return Field.select(
                        "category", "appeal.category", AppealWords.of(t, rules).categories())
                .value(appeal.need().category());
    }

    private static Field resolved() {
        return Field.radios(
                "resolved",
                "appeal.field.resolved",
                List.of(Option.key("true", "appeal.resolved.true"), Option.key("false", "appeal.resolved.false")));
    }

    private static Field rating() {
        return Field.radios(
                "rating",
                "appeal.rating",
                IntStream.rangeClosed(1, RATING_MAX)
                        .map(mark -> RATING_MAX + 1 - mark)
                        .mapToObj(mark -> Option.key(String.valueOf(mark), "appeal.rating." + mark))
                        .toList());
    }
}
