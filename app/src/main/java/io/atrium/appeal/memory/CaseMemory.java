// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.memory;

import io.atrium.appeal.Rules;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.engine.meaning.category.Category;
import io.atrium.engine.meaning.category.CategoryReason;
import io.atrium.engine.meaning.category.CategorySuggestion;
import io.atrium.engine.meaning.category.CategorySuggestions;
import io.atrium.engine.meaning.embed.BgeSmallZh;
import io.atrium.engine.meaning.embed.TextEmbedder;
import io.atrium.engine.meaning.similar.CaseIndex;
import io.atrium.engine.meaning.similar.LabelFilter;
import io.atrium.engine.meaning.similar.SimilarCase;
import io.atrium.engine.meaning.similar.Synonyms;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.answer.AnswerSource;
import io.atrium.web.answer.ReadyAnswer;
import io.atrium.web.text.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Resembling cases, likely categories, ready answers (类案提示). Model and index are opened when first asked for, about a
/// second; each node has an index of its own, which catches up with the database whenever it is asked.
@Component
public class CaseMemory implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMemory.class);

    /// Read from the database at one question; the rest follows at the next.
    private static final int CHANGES_AT_ONCE = 500;

    private static final int CASES_MAX = 3;
    private static final int ANSWERS_MAX = 3;
    private static final int REASONS_MAX = 3;

    /// The model's texts about nothing in common lie at 0.3 to 0.5.
    private static final double CLOSE = 0.58;

    private final CaseFeed feed;
    private final Rules rules;
    private final List<AnswerSource> sources;
    private final AtriumSettings settings;
    private @Nullable Memory memory;
    private @Nullable Advice advice;

    CaseMemory(CaseFeed feed, Rules rules, List<AnswerSource> sources, AtriumSettings settings) {
        this.feed = feed;
        this.rules = rules;
        this.sources = sources;
        this.settings = settings;
    }

    /// @param answers vectors of ready answers and practice notes by their words
    private record Memory(TextEmbedder embedder, CaseIndex index, Map<String, float[]> answers) {}

    /// Suggestions by one version of the rules.
    private record Advice(int rules, CategorySuggestions suggestions) {}

    /// A ready answer and where its words lie.
    private record Placed(ReadyAnswer answer, double closeness) {}

    /// What may help with a text; nothing for an empty one.
    public Hints hints(Actor actor, String text, Lang lang) {
        if (text.isBlank()) {
            return Hints.NONE;
        }
        var asked = text.length() <= TextEmbedder.TEXT_CHARACTERS_MAX
                ? text
                : text.substring(0, TextEmbedder.TEXT_CHARACTERS_MAX);
        return orElse(Hints.NONE, () -> {
            var open = caughtUp();
            var sight = sight(actor);
            var advised = suggestions(open).suggest(asked, sight);
            var best = advised.ranked().stream().findFirst();
            return new Hints(
                    best.map(CategorySuggestion::category).orElse(null),
                    advised.isSure(),
                    best.stream()
                            .flatMap(CaseMemory::reasons)
                            .sorted(Comparator.comparing(reason -> Hints.language(reason) != lang))
                            .limit(REASONS_MAX)
                            .toList(),
                    answers(open, asked, lang),
                    cases(open, asked, sight));
        });
    }

    /// Earlier cases that resemble one, without itself.
    public List<Hints.Similar> like(Actor actor, String appeal, String text) {
        return orElse(
                List.of(),
                () -> cases(caughtUp(), text, sight(actor)).stream()
                        .filter(found -> !found.id().equals(appeal))
                        .toList());
    }

    /// Hints are a help: a machine on which the model cannot be loaded handles appeals all the same.
    private static <T> T orElse(T without, Asking<T> asking) {
        try {
            return asking.ask();
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.warn("No hints: the memory of cases failed", failure);
            return without;
        }
    }

    private interface Asking<T> {

        T ask() throws IOException;
    }

    /// Where texts lie by their meaning, in their order.
    public List<float[]> vectors(List<String> texts) {
        try {
            return opened().embedder().embed(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Which of some texts resemble one: their places in the list, the nearest first. Their vectors are remembered.
    public List<Integer> nearest(String text, List<String> others, int most) {
        return others.isEmpty() ? List.of() : orElse(List.of(), () -> nearestOf(text, others, most));
    }

    private List<Integer> nearestOf(String text, List<String> others, int most) throws IOException {
        var open = opened();
        var place = open.embedder().embed(text);
        var places = others.stream()
                .map(other -> open.answers().computeIfAbsent(other, open.embedder()::embed))
                .toList();
        return IntStream.range(0, others.size())
                .boxed()
                .filter(each -> closeness(place, places.get(each)) >= CLOSE)
                .sorted(Comparator.comparingDouble((Integer each) -> -closeness(place, places.get(each))))
                .limit(most)
                .toList();
    }

    private static List<Hints.Similar> cases(Memory open, String text, LabelFilter sight) throws IOException {
        return open.index().similar(text, sight, CASES_MAX + 1).stream()
                .filter(found -> found.closeness() >= CLOSE)
                .map((SimilarCase found) -> new Hints.Similar(found.id(), found.shared()))
                .toList();
    }

    private static List<String> phrases(CategoryReason reason) {
        return switch (reason) {
            case CategoryReason.LikeSeed(var phrase, _) -> List.of(phrase);
            case CategoryReason.LikeCase(_, _, var shared) -> shared;
        };
    }

    private static Stream<String> reasons(CategorySuggestion suggestion) {
        return suggestion.reasons().stream().flatMap(reason -> phrases(reason).stream()).distinct();
    }

    private List<ReadyAnswer> answers(Memory open, String text, Lang lang) {
        var all = sources.stream().flatMap(source -> source.answers(lang).stream()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var asked = open.embedder().embed(text);
        return all.stream()
                .map(answer -> new Placed(
                        answer,
                        closeness(
                                asked,
                                open.answers().computeIfAbsent(answer.words(), open.embedder()::embed))))
                .filter(each -> each.closeness() >= CLOSE)
                .sorted(Comparator.comparingDouble(Placed::closeness).reversed())
                .limit(ANSWERS_MAX)
                .map(Placed::answer)
                .toList();
    }

    private static double closeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private synchronized CategorySuggestions suggestions(Memory open) {
        var current = rules.current();
        if (advice == null || advice.rules() != current.number()) {
            advice = new Advice(
                    current.number(),
                    new CategorySuggestions(open.embedder(), open.index(), categories(current.book())));
        }
        return advice.suggestions();
    }

    private static List<Category> categories(RuleBook book) {
        return book.categories().stream()
                .filter(category -> !category.seeds().isEmpty())
                .map(category -> new Category(category.code(), category.seeds()))
                .toList();
    }

    /// As `AppealSight` has it, but never a confidential case: hints are read over shoulders.
    private static LabelFilter sight(Actor actor) {
        var own = actor.organisation().value();
        var seen = switch (actor.scope(Permission.READ_APPEAL)) {
            case Scope.All _ -> LabelFilter.everything();
            case Scope.Own _ -> LabelFilter.anyOf(Set.of(CaseFeed.FIRM + own, CaseFeed.UNIT + own));
            case Scope.None _ -> LabelFilter.anyOf(Set.of());
        };
        return seen.butNone(Set.of(CaseFeed.CONFIDENTIAL));
    }

    private synchronized Memory caughtUp() throws IOException {
        var open = opened();
        long settled = open.index().position();
        var changes = feed.after(settled, CHANGES_AT_ONCE);
        open.index().putAll(changes.stream().map(CaseFeed.Change::text).toList());
        for (var change : changes) {
            if (!change.isSettled()) {
                break;
            }
            settled = change.number();
        }
        if (settled > open.index().position()) {
            open.index().commit(settled);
        }
        return open;
    }

    private synchronized Memory opened() throws IOException {
        if (memory == null) {
            var folder = settings.data().resolve("meaning");
            var embedder = BgeSmallZh.open(folder.resolve("native"));
            memory = new Memory(
                    embedder,
                    CaseIndex.open(folder.resolve("cases"), embedder, Synonyms.bundled()),
                    new ConcurrentHashMap<>());
        }
        return Objects.requireNonNull(memory);
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (memory != null) {
            memory.index().close();
            memory.embedder().close();
        }
    }
}
