// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.appeal.AppealKind;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Urgency;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.web.text.Bilingual;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of appeals as data (诉求办理规则): which limits, from which source, for which need. One book counts at a time;
/// an appeal keeps the clocks it was given.
///
/// @param profile whose limits these are, as `shanghai`
/// @param limits for every kind of need, unless the kind or the urgency says otherwise
/// @param returnWithin how long after signing a wrong order may be returned (退单时限)
/// @param circulateAfter how long after its end an overdue limit is circulated (逾期通报)
/// @param reopenWithin how long after the answer the firm may have it redone (重办时限)
/// @param extension how much one extension may add; null: as much as the limit itself
public record RuleBook(
        String profile,
        Bilingual title,
        Map<String, Source> sources,
        Map<ClockKind, Limit> limits,
        Map<AppealKind, KindRules> kinds,
        Map<Urgency, Map<ClockKind, Limit>> urgencies,
        Limit returnWithin,
        Limit circulateAfter,
        Limit reopenWithin,
        @Nullable Limit extension,
        List<Category> categories) {

    /// A wrong order may be returned so often; then the fallback unit keeps it.
    public static final int RETURNS_MAX = 2;

    /// The source of a limit that a unit promised of itself.
    public static final String PROMISE = "promise";

    /// Where a limit comes from (依据), with the confidence mark of `policy-facts`: `S`, `S2`, `B`, `assumed`.
    public record Source(String zh, String en, String mark) {}

    /// A time limit and the key of its source.
    public record Limit(int amount, DeadlineUnit unit, String source) {

        public Deadline deadline() {
            return new Deadline(amount, unit);
        }
    }

    /// What is special about a kind of need.
    public record KindRules(
            @Nullable Map<ClockKind, Limit> limits,
            @Nullable Limit extension) {}

    /// A category (诉求分类) with what firms say when they mean it.
    public record Category(String code, Bilingual name, AppealKind kind, List<String> seeds) {}

    public RuleBook {
        sources = Map.copyOf(sources);
        limits = Map.copyOf(limits);
        kinds = Map.copyOf(kinds);
        urgencies = Map.copyOf(urgencies);
        categories = List.copyOf(categories);
    }

    /// The limit of one clock: the urgency's word counts before the kind's, the kind's before the general one. Empty
    /// where
    /// the rules do not ask for it.
    public Optional<Limit> limit(ClockKind clock, AppealKind kind, Urgency urgency) {
        return Optional.ofNullable(urgencies.getOrDefault(urgency, Map.of()).get(clock))
                .or(() -> ofKind(kind).map(rules -> rules.limits()).map(own -> own.get(clock)))
                .or(() -> Optional.ofNullable(limits.get(clock)));
    }

    /// What one extension may add to the limit of a kind.
    public Limit extension(AppealKind kind, Urgency urgency) {
        return ofKind(kind)
                .map(KindRules::extension)
                .or(() -> Optional.ofNullable(extension))
                .orElseGet(() -> limit(ClockKind.FINISH, kind, urgency).orElseThrow());
    }

    public Optional<Category> category(String code) {
        return categories.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private Optional<KindRules> ofKind(AppealKind kind) {
        return Optional.ofNullable(kinds.get(kind));
    }
}
