// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealKind;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Urgency;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.domain.RuleBook.KindRules;
import io.atrium.appeal.domain.RuleBook.Limit;
import io.atrium.appeal.domain.RuleBook.Source;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The limits of a book as questions, and the book that the answers make. What differs from the profile is the
/// installation's own decision and says so as its source.
record RuleForms(RuleBook profile) {

    static final int AMOUNT_MAX = 999;
    static final String LOCAL = "local";

    /// A limit that may be changed: of one kind of need, or of all.
    record Slot(ClockKind clock, Optional<AppealKind> kind) {

        String name() {
            return kind.map(each -> clock + "-" + each).orElse(clock.name());
        }
    }

    /// Contact and answer may differ by kind of need, the others are the same for all.
    static List<Slot> slots() {
        var all = Stream.of(
                        ClockKind.DISPATCH, ClockKind.SIGN, ClockKind.PLAN, ClockKind.CALL_BACK, ClockKind.FOLLOW_UP)
                .map(clock -> new Slot(clock, Optional.empty()));
        var byKind = Stream.of(ClockKind.CONTACT, ClockKind.FINISH)
                .flatMap(clock -> Arrays.stream(AppealKind.values()).map(kind -> new Slot(clock, Optional.of(kind))));
        return Stream.concat(all, byKind).toList();
    }

    static Optional<Limit> limit(RuleBook book, Slot slot) {
        return book.limit(slot.clock(), slot.kind().orElse(AppealKind.HELP), Urgency.NORMAL);
    }

    Form form(RuleBook book, String action) {
        var fields = new ArrayList<Field>();
        fields.add(Field.hidden("profile", profile.profile()));
        for (var slot : slots()) {
            fields.add(Field.text(slot.name(), "appeal.slot." + slot.name())
                    .small()
                    .optional()
                    .value(limit(book, slot)
                            .map(each -> String.valueOf(each.amount()))
                            .orElse("")));
            fields.add(Field.select(slot.name() + "-unit", "appeal.slot.unit", units())
                    .value(limit(book, slot).map(each -> each.unit().name()).orElse(DeadlineUnit.WORKING_DAY.name())));
        }
        return Form.to(action, "appeal.rules.check", fields.toArray(Field[]::new));
    }

    private static List<Option> units() {
        return Arrays.stream(DeadlineUnit.values())
                .map(unit -> Option.key(unit.name(), "appeal.unit.name." + unit))
                .toList();
    }

    /// Every limit but that of a plan must be there.
    List<FieldError> errors(Map<String, String> typed) {
        return slots().stream()
                .filter(slot -> slot.clock() != ClockKind.PLAN
                        || !typed.getOrDefault(slot.name(), "").isBlank())
                .filter(slot -> answered(slot, typed).isEmpty())
                .map(slot -> FieldError.of(slot.name(), "appeal.slot.wrong", AMOUNT_MAX))
                .toList();
    }

    private static Optional<Limit> answered(Slot slot, Map<String, String> typed) {
        var amount = typed.getOrDefault(slot.name(), "").strip();
        var unit = Arrays.stream(DeadlineUnit.values())
                .filter(each -> each.name().equals(typed.get(slot.name() + "-unit")))
                .findFirst();
        return amount.matches("[1-9]\\d{0,2}")
                ? unit.map(each -> new Limit(Integer.parseInt(amount), each, LOCAL))
                : Optional.empty();
    }

    /// The book that the answers make; the reason is the source of what is decided here.
    RuleBook book(Map<String, String> typed, String reason) {
        var limits = new EnumMap<ClockKind, Limit>(ClockKind.class);
        var kinds = new EnumMap<AppealKind, EnumMap<ClockKind, Limit>>(AppealKind.class);
        profile.kinds().forEach((kind, rules) -> kinds.put(kind, copy(rules)));
        profile.limits().forEach(limits::put);
        limits.remove(ClockKind.PLAN);
        for (var slot : slots()) {
            answered(slot, typed)
                    .map(limit -> asInProfile(slot, limit))
                    .ifPresent(limit -> slot.kind()
                            .ifPresentOrElse(
                                    kind -> kinds.computeIfAbsent(kind, _ -> new EnumMap<>(ClockKind.class))
                                            .put(slot.clock(), limit),
                                    () -> limits.put(slot.clock(), limit)));
        }
        var sources = new HashMap<>(profile.sources());
        sources.put(LOCAL, new Source(reason, reason, "assumed"));
        var all = new HashMap<AppealKind, KindRules>();
        kinds.forEach((kind, own) -> all.put(
                kind,
                new KindRules(
                        Map.copyOf(own),
                        Optional.ofNullable(profile.kinds().get(kind))
                                .map(KindRules::extension)
                                .orElse(null))));
        return new RuleBook(
                profile.profile(),
                profile.title(),
                sources,
                limits,
                all,
                profile.urgencies(),
                profile.returnWithin(),
                profile.circulateAfter(),
                profile.reopenWithin(),
                profile.extension(),
                profile.categories());
    }

    private static EnumMap<ClockKind, Limit> copy(KindRules rules) {
        var own = rules.limits();
        return own == null ? new EnumMap<>(ClockKind.class) : new EnumMap<>(own);
    }

    /// What is as the profile has it keeps the profile's source.
    private Limit asInProfile(Slot slot, Limit limit) {
        return limit(profile, slot)
                .filter(own -> own.amount() == limit.amount() && own.unit() == limit.unit())
                .orElse(limit);
    }
}
