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
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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

    /// Joins the caller's transaction. Two concurrent requests with one key: the second waits for the first.
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(Actor actor, RequestKey key, Object command, Class<T> outcomeType, Supplier<T> work) {
        var scope = actor.organisation().value();
        var fingerprint = fingerprint(command);
        int claimed = database.insertInto(REQUEST, REQUEST.SCOPE, REQUEST.KEY, REQUEST.FINGERPRINT)
                .values(scope, key.value(), fingerprint)
                .onConflictDoNothing()
                .execute();
        if (claimed == 0) {
            return replay(scope, key, fingerprint, outcomeType);
        }
        var outcome = work.get();
        database.update(REQUEST)
                .set(REQUEST.OUTCOME_TYPE, outcome.getClass().getName())
                .set(REQUEST.OUTCOME, JSONB.valueOf(json.writeValueAsString(outcome)))
                .where(REQUEST.SCOPE.eq(scope), REQUEST.KEY.eq(key.value()))
                .execute();
        return outcome;
    }

    private <T> T replay(String scope, RequestKey key, String fingerprint, Class<T> outcomeType) {
        var stored = database.selectFrom(REQUEST)
                .where(REQUEST.SCOPE.eq(scope), REQUEST.KEY.eq(key.value()))
                .fetchSingle();
        if (!stored.getFingerprint().equals(fingerprint)) {
            throw new RefusedException(Refusal.of(CommonRefusal.REQUEST_KEY_REUSED, "key", key.value()));
        }
        markReplayed();
        return json.readValue(stored.getOutcome().data(), storedType(stored.getOutcomeType(), outcomeType));
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
