// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import static io.atrium.jooq.Tables.REQUEST;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/// Idempotency (幂等): runs a keyed change once. The same key with the same command gives the stored outcome; with
/// another command it is refused. Key, fingerprint and outcome are written in the transaction of the change itself, so
/// after a crash there is either all of it or nothing. Keys are scoped to the acting organisation.
@Component
public class Requests {

    /// Request attribute that is set when an outcome was replayed; the API turns it into a header.
    public static final String REPLAYED = "atrium.request-replayed";

    private final DSLContext database;
    private final JsonMapper json;

    Requests(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A change under its key. The text of the command says whether two requests are the same.
    public interface Keyed {

        Actor actor();

        RequestKey key();

        Object command();
    }

    private record One(Actor actor, RequestKey key, Object command) implements Keyed {}

    /// What one of several keyed changes came to.
    public sealed interface Answer<T> {

        record Done<T>(T outcome) implements Answer<T> {}

        /// It was done before; this is its outcome.
        record Again<T>(T outcome) implements Answer<T> {}

        /// Nothing of it is kept, and its key is not used up.
        record Refused<T>(Refusal refusal) implements Answer<T> {}

        /// For the thread of the request itself.
        default T orThrow() {
            return switch (this) {
                case Done<T>(var outcome) -> outcome;
                case Again<T>(var outcome) -> {
                    markReplayed();
                    yield outcome;
                }
                case Refused<T>(var refusal) -> throw new RefusedException(refusal);
            };
        }
    }

    /// Joins the caller's transaction. Two concurrent requests with one key: the second waits for the first.
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(Actor actor, RequestKey key, Object command, Class<T> outcomeType, Supplier<T> work) {
        var one = List.of(new One(actor, key, command));
        return eachOnce(one, outcomeType, _ -> List.<Answer<T>>of(new Answer.Done<>(work.get())))
                .getFirst()
                .orThrow();
    }

    /// As [#once], for the changes of several callers in one transaction. Of those with one key, the first counts.
    ///
    /// @param work does those that are new: one answer for each, in their order
    @Transactional(propagation = Propagation.MANDATORY)
    public <Q extends Keyed, T> List<Answer<T>> eachOnce(
            List<Q> asked, Class<T> outcomeType, Function<List<Q>, List<Answer<T>>> work) {
        var answers = new IdentityHashMap<Q, Answer<T>>();
        for (var left = asked; !left.isEmpty(); left = unanswered(left, answers)) {
            answerAll(firstOfEachKey(left), outcomeType, work, answers);
        }
        return asked.stream().map(answers::get).toList();
    }

    private static <Q> List<Q> unanswered(List<Q> asked, Map<Q, ?> answers) {
        return asked.stream().filter(each -> !answers.containsKey(each)).toList();
    }

    private static <Q extends Keyed> List<Q> firstOfEachKey(List<Q> asked) {
        var first = new LinkedHashMap<Name, Q>();
        asked.forEach(each -> first.putIfAbsent(Name.of(each), each));
        return List.copyOf(first.values());
    }

    private <Q extends Keyed, T> void answerAll(
            List<Q> asked, Class<T> outcomeType, Function<List<Q>, List<Answer<T>>> work, Map<Q, Answer<T>> answers) {
        var claimed = claim(asked);
        var fresh =
                asked.stream().filter(each -> claimed.contains(Name.of(each))).toList();
        if (!fresh.isEmpty()) {
            var done = work.apply(fresh);
            keep(fresh, done);
            IntStream.range(0, fresh.size()).forEach(at -> answers.put(fresh.get(at), done.get(at)));
        }
        unanswered(asked, answers).forEach(each -> answers.put(each, replay(each, outcomeType)));
    }

    private record Name(String scope, String key) implements Comparable<Name> {

        static Name of(Keyed asked) {
            return new Name(asked.actor().organisation().value(), asked.key().value());
        }

        Condition is() {
            return REQUEST.SCOPE.eq(scope).and(REQUEST.KEY.eq(key));
        }

        @Override
        public int compareTo(Name other) {
            return Comparator.comparing(Name::scope).thenComparing(Name::key).compare(this, other);
        }
    }

    /// Those that are new, in an order that lets no two nodes wait for each other.
    private Set<Name> claim(List<? extends Keyed> asked) {
        var rows = asked.stream()
                .sorted(Comparator.comparing(Name::of))
                .map(each -> DSL.row(Name.of(each).scope(), Name.of(each).key(), fingerprint(each.command())))
                .toList();
        return database.insertInto(REQUEST)
                .columns(REQUEST.SCOPE, REQUEST.KEY, REQUEST.FINGERPRINT)
                .valuesOfRows(rows)
                .onConflictDoNothing()
                .returningResult(REQUEST.SCOPE, REQUEST.KEY)
                .fetchSet(row -> new Name(row.value1(), row.value2()));
    }

    private <T> void keep(List<? extends Keyed> asked, List<Answer<T>> answers) {
        database.batch(IntStream.range(0, asked.size())
                        .mapToObj(at -> kept(Name.of(asked.get(at)), answers.get(at)))
                        .toList())
                .execute();
    }

    private Query kept(Name name, Answer<?> answer) {
        if (answer instanceof Answer.Done<?>(var outcome)) {
            return database.update(REQUEST)
                    .set(REQUEST.OUTCOME_TYPE, outcome.getClass().getName())
                    .set(REQUEST.OUTCOME, JSONB.valueOf(json.writeValueAsString(outcome)))
                    .where(name.is());
        }
        return database.deleteFrom(REQUEST).where(name.is());
    }

    private <T> Answer<T> replay(Keyed asked, Class<T> outcomeType) {
        var stored = database.selectFrom(REQUEST).where(Name.of(asked).is()).fetchSingle();
        if (!stored.getFingerprint().equals(fingerprint(asked.command()))) {
            var reused = Refusal.of(
                    CommonRefusal.REQUEST_KEY_REUSED, "key", asked.key().value());
            return new Answer.Refused<>(reused);
        }
        return new Answer.Again<>(
                json.readValue(stored.getOutcome().data(), storedType(stored.getOutcomeType(), outcomeType)));
    }

    /// What came of a request of one's own organisation, if there is one and it made this.
    @Transactional(readOnly = true)
    public <T> Optional<T> outcome(Actor actor, RequestKey key, Class<T> outcomeType) {
        return database.selectFrom(REQUEST)
                .where(
                        REQUEST.SCOPE.eq(actor.organisation().value()),
                        REQUEST.KEY.eq(key.value()),
                        REQUEST.OUTCOME_TYPE.eq(outcomeType.getName()))
                .fetchOptional(row -> json.readValue(row.getOutcome().data(), outcomeType));
    }

    private static <T> Class<? extends T> storedType(String name, Class<T> outcomeType) {
        try {
            return Class.forName(name, false, outcomeType.getClassLoader()).asSubclass(outcomeType);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("outcome of an earlier version cannot be read: " + name, e);
        }
    }

    private static void markReplayed() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REPLAYED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private String fingerprint(Object command) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(command.getClass().getName().getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(command));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
