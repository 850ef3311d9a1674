// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Start experience (开始经验): how long jobs have waited that were told something before, and what those were told
/// that still wait. A round reads it and says what is to be added; it never changes it.
///
/// @param books jobs of different books do not learn from each other
/// @param told by job; others than those that wait may stand in it
/// @param bookOf of waiting jobs that are not of the usual book
public record StartExperience(Map<String, Book> books, Map<JobId, ToldStart> told, Map<JobId, String> bookOf) {
    /// The book of jobs of which nothing else is said.
    public static final String USUAL = "usual";

    /// A wait that is over, or has lasted so long already, in millionths of what the plan said at most.
    public record Wait(JobId job, int kind, long millionths) {}

    /// @param waits of different jobs, in the order in which they became known
    public record Book(StartEnds ends, List<Wait> waits) {
        public Book {
            Limits.require(waits.size() <= Limits.WAITS_MAX, "a book remembers at most " + Limits.WAITS_MAX + " waits");
            waits = List.copyOf(waits);
        }

        private Book after(StartLesson lesson) {
            var known = new ArrayList<>(waits);
            known.removeIf(wait -> wait.job().equals(lesson.told().job()));
            known.add(lesson.known());
            return new Book(lesson.ends(), known.subList(Math.max(0, known.size() - Limits.WAITS_MAX), known.size()));
        }
    }

    public StartExperience {
        books = Map.copyOf(books);
        told = Map.copyOf(told);
        bookOf = Map.copyOf(bookOf);
    }

    public static StartExperience none() {
        return new StartExperience(Map.of(), Map.of(), Map.of());
    }

    public String book(JobId job) {
        return bookOf.getOrDefault(job, USUAL);
    }

    public Optional<ToldStart> told(JobId job) {
        return Optional.ofNullable(told.get(job));
    }

    /// With what a round has added to it.
    public StartExperience after(StartNews news) {
        var newBooks = new HashMap<>(books);
        var newTold = new HashMap<>(told);
        for (var lesson : news.lessons()) {
            var before = newBooks.getOrDefault(lesson.told().book(), new Book(lesson.ends(), List.of()));
            newBooks.put(lesson.told().book(), before.after(lesson));
            if (lesson.isStart()) {
                newTold.remove(lesson.told().job());
            } else {
                newTold.put(lesson.told().job(), lesson.told().late());
            }
        }
        news.firsts().forEach(first -> newTold.put(first.job(), first));
        return new StartExperience(newBooks, newTold, bookOf);
    }
}
