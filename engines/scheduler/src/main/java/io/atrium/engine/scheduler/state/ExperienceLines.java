// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The lines of a state file that say what was learned about starts; a file of before has none.
final class ExperienceLines {
    private static final String NOT_LATE = "OPEN";
    private static final String LATE = "LATE";

    private final Map<String, StartEnds> ends = new HashMap<>();
    private final Map<String, List<StartExperience.Wait>> waits = new HashMap<>();
    private final Map<JobId, ToldStart> told = new HashMap<>();
    private final Map<JobId, String> bookOf = new HashMap<>();

    /// Waits stay in the order in which they became known: it counts.
    static List<String> write(StartExperience experience) {
        var lines = new ArrayList<String>();
        experience.books().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.addAll(book(entry.getKey(), entry.getValue())));
        experience.bookOf().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.add(StateWord.line("book-of", entry.getKey(), entry.getValue())));
        experience.told().values().stream()
                .sorted(Comparator.comparing(ToldStart::job))
                .map(ExperienceLines::told)
                .forEach(lines::add);
        return lines;
    }

    private static List<String> book(String name, StartExperience.Book book) {
        var head = StateWord.line("book", name, book.ends().below(), book.ends().above());
        var known = book.waits().stream()
                .map(wait -> StateWord.line("waited", name, wait.job(), wait.kind(), wait.millionths()));
        return Stream.concat(Stream.of(head), known).toList();
    }

    private static String told(ToldStart told) {
        return StateWord.line(
                "told",
                told.job(),
                told.book(),
                told.kind(),
                told.at(),
                told.planned().earliest(),
                told.planned().latest(),
                word(told, start -> start.range().earliest()),
                word(told, LikelyStart::middle),
                word(told, start -> start.range().latest()),
                told.isLate() ? LATE : NOT_LATE);
    }

    /// Empty where nothing was learned.
    private static String word(ToldStart told, Function<LikelyStart, Instant> part) {
        return told.likely().map(part).map(Instant::toString).orElse("");
    }

    void acceptBook(List<String> words) {
        ends.put(StateWord.read(words.get(1)), new StartEnds(number(words, 2), number(words, 3)));
    }

    void acceptWait(List<String> words) {
        waits.computeIfAbsent(StateWord.read(words.get(1)), _ -> new ArrayList<>())
                .add(new StartExperience.Wait(job(words, 2), number(words, 3), Long.parseLong(words.get(4))));
    }

    void acceptBookOf(List<String> words) {
        bookOf.put(job(words, 1), StateWord.read(words.get(2)));
    }

    void acceptTold(List<String> words) {
        var job = job(words, 1);
        var planned = new StartRange(Instant.parse(words.get(5)), Instant.parse(words.get(6)));
        Optional<LikelyStart> likely = words.get(7).isEmpty()
                ? Optional.empty()
                : Optional.of(new LikelyStart(
                        Instant.parse(words.get(8)),
                        new StartRange(Instant.parse(words.get(7)), Instant.parse(words.get(9)))));
        var isLate = words.get(10).equals(LATE);
        var book = StateWord.read(words.get(2));
        told.put(job, new ToldStart(job, book, number(words, 3), Instant.parse(words.get(4)), planned, likely, isLate));
    }

    StartExperience experience() {
        var books = new HashMap<String, StartExperience.Book>();
        ends.forEach((name, where) ->
                books.put(name, new StartExperience.Book(where, waits.getOrDefault(name, List.of()))));
        if (!ends.keySet().containsAll(waits.keySet())) {
            throw new IllegalArgumentException("a 'waited' names no 'book' of the file");
        }
        return new StartExperience(books, told, bookOf);
    }

    private static JobId job(List<String> words, int place) {
        return new JobId(StateWord.read(words.get(place)));
    }

    private static int number(List<String> words, int place) {
        return Integer.parseInt(words.get(place));
    }
}
