// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looking for policies in the catalogue (政策检索): by words, place, kind of benefit, way of granting, and whether it can
/// still be had; what can be had comes first, and of that what closes first.
record PolicySearch(List<PublishedPolicy> all, ListQuery query, PolicyViews views, LocalDate today) {

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final String UNSTATED = "unstated";

    List<PublishedPolicy> found() {
        return all.stream().filter(this::matches).sorted(order()).toList();
    }

    private boolean matches(PublishedPolicy policy) {
        var text = query.filter("text").toLowerCase(Locale.ROOT);
        return views.words(policy).toLowerCase(Locale.ROOT).contains(text)
                && isAsked("place", views.issuer(policy))
                && isAsked("benefit", policy.header().benefitKind().name())
                && isAsked("mode", policy.header().mode().name())
                && isAsked("state", isOpen(policy) ? OPEN : CLOSED)
                && isAsked("status", policy.header().statusOn(today).name())
                && closesAsAsked(policy);
    }

    private boolean isAsked(String filter, String value) {
        return query.filter(filter).isEmpty() || query.filter(filter).equals(value);
    }

    private boolean isOpen(PublishedPolicy policy) {
        return policy.header().isInForce(today);
    }

    private boolean closesAsAsked(PublishedPolicy policy) {
        var end = policy.header().period().to();
        return switch (query.filter("deadline")) {
            case "30" -> closesWithin(end, 30);
            case "90" -> closesWithin(end, 90);
            case UNSTATED -> end == null;
            default -> true;
        };
    }

    private boolean closesWithin(@Nullable LocalDate end, int days) {
        return end != null && !end.isBefore(today) && !end.isAfter(today.plusDays(days));
    }

    private Comparator<PublishedPolicy> order() {
        var closing = Comparator.comparing(
                (PublishedPolicy policy) -> policy.header().period().to(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        var words = Collator.getInstance(views.locale());
        Comparator<PublishedPolicy> order = switch (query.sort()) {
            case "title" -> Comparator.comparing(views::title, words);
            case "-title" -> Comparator.comparing(views::title, words).reversed();
            case "issuer" -> Comparator.comparing(views::issuer, words);
            case "-issuer" -> Comparator.comparing(views::issuer, words).reversed();
            case "deadline" -> closing;
            case "-deadline" -> closing.reversed();
            default -> Comparator.comparing(this::isOpen).reversed().thenComparing(closing);
        };
        return order.thenComparing(policy -> policy.id().value());
    }

    List<Field> filters() {
        var places = all.stream().map(views::issuer).distinct().sorted().map(place -> Option.literal(place, place));
        var benefits = all.stream()
                .map(policy -> policy.header().benefitKind())
                .distinct()
                .sorted()
                .map(kind -> option("policy.benefit.", kind));
        var modes =
                Arrays.stream(GrantMode.values()).map(mode -> Option.key(mode.name(), "policy.mode." + mode.name()));
        return List.of(
                Field.text("text", "policy.list.filter.text"),
                Field.select("place", "policy.list.issuer", choices(places)),
                Field.select("benefit", "policy.list.filter.benefit", choices(benefits)),
                Field.select("mode", "policy.list.mode", choices(modes)),
                Field.select("status", "policy.list.status", choices(statuses())),
                Field.select("deadline", "policy.card.deadline", choices(deadlines())),
                Field.select(
                        "state",
                        "policy.list.filter.state",
                        choices(Stream.of(
                                Option.key(OPEN, "policy.list.filter.open"),
                                Option.key(CLOSED, "policy.list.filter.closed")))));
    }

    private Stream<Option> statuses() {
        return all.stream()
                .map(policy -> policy.header().statusOn(today))
                .distinct()
                .sorted()
                .map(status -> Option.key(status.name(), "policy.status." + status.name()));
    }

    private static Stream<Option> deadlines() {
        return Stream.of(
                Option.key("30", "policy.list.filter.within-30"),
                Option.key("90", "policy.list.filter.within-90"),
                Option.key(UNSTATED, "policy.list.filter.unstated"));
    }

    private static Option option(String prefix, BenefitKind kind) {
        return Option.key(kind.name(), prefix + kind.name());
    }

    private static List<Option> choices(Stream<Option> options) {
        return Stream.concat(Stream.of(Option.key("", "policy.filter.all")), options)
                .toList();
    }
}
