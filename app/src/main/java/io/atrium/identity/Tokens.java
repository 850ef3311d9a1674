// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.API_TOKEN;

import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// API tokens (接口令牌): shown once, kept as a hash, narrowed to permissions, expiring, bound to one person in one
/// organisation. A token never reaches further than its person's roles do at the time of the call.
@Component
public class Tokens {

    public static final Duration LIFETIME_MAX = Duration.ofDays(366);
    static final int PER_PERSON_MAX = 50;
    private static final String SECRET_PREFIX = "atr_";
    private static final int SECRET_BYTES = 32;
    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final Actors actors;
    private final SecureRandom random = new SecureRandom();

    Tokens(DSLContext database, Ids ids, InstantSource clock, Audit audit, Actors actors) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.actors = actors;
    }

    public sealed interface Outcome {
        /// @param secret the token itself, which is told now and never again
        record Created(String id, String secret, Instant expiresAt) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// @param permissions empty: all that the person has
    @Transactional
    public Outcome create(Actor actor, String name, Set<String> permissions, Duration lifetime) {
        var unknown = permissions.stream()
                .filter(wanted -> Arrays.stream(Permission.values())
                        .noneMatch(p -> p.name().equals(wanted)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            return refused(Refusal.of(IdentityRefusal.TOKEN_PERMISSION_UNKNOWN, "permissions", unknown));
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LIFETIME_MAX) > 0) {
            return refused(Refusal.of(IdentityRefusal.TOKEN_LIFETIME_OUT_OF_RANGE, "days_max", LIFETIME_MAX.toDays()));
        }
        if (valid(actor) >= PER_PERSON_MAX) {
            return refused(Refusal.of(IdentityRefusal.TOKEN_LIMIT_REACHED, "max", PER_PERSON_MAX));
        }
        return insert(actor, name, permissions, lifetime);
    }

    /// Who a presented token stands for; empty when it is unknown, expired, revoked, or its person lost the role.
    @Transactional
    public Optional<Actor> actor(String secret) {
        var row = database.selectFrom(API_TOKEN)
                .where(
                        API_TOKEN.SECRET_HASH.eq(hash(secret)),
                        API_TOKEN.REVOKED_AT.isNull(),
                        API_TOKEN.EXPIRES_AT.gt(now()))
                .fetchOne();
        if (row == null) {
            return Optional.empty();
        }
        if (row.getLastUsedAt() == null || row.getLastUsedAt().isBefore(now().minus(USE_RECORDED_EVERY))) {
            row.setLastUsedAt(now());
            row.store();
        }
        var limits =
                Arrays.stream(row.getPermissions()).map(Permission::valueOf).collect(Collectors.toSet());
        return actors.find(new PersonId(row.getPersonId()), new OrgId(row.getOrganisationId()), limits);
    }

    @Transactional(readOnly = true)
    public List<TokenView> list(Actor actor) {
        return database.selectFrom(API_TOKEN)
                .where(API_TOKEN.PERSON_ID.eq(actor.person().value()))
                .and(API_TOKEN.ORGANISATION_ID.eq(actor.organisation().value()))
                .orderBy(API_TOKEN.ID.desc())
                .limit(PER_PERSON_MAX * 2)
                .fetch(row -> new TokenView(
                        row.getId(),
                        row.getName(),
                        List.of(row.getPermissions()),
                        row.getCreatedAt().toInstant(),
                        row.getExpiresAt().toInstant(),
                        instant(row.getLastUsedAt()),
                        instant(row.getRevokedAt())));
    }

    /// Revokes one of the actor's own tokens; false when there is no such token.
    @Transactional
    public boolean revoke(Actor actor, String id) {
        int revoked = database.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, now())
                .where(
                        API_TOKEN.ID.eq(id),
                        API_TOKEN.PERSON_ID.eq(actor.person().value()),
                        API_TOKEN.ORGANISATION_ID.eq(actor.organisation().value()),
                        API_TOKEN.REVOKED_AT.isNull())
                .execute();
        if (revoked == 1) {
            audit.record(actor, "identity.token-revoked", id, Map.of());
        }
        return revoked == 1;
    }

    private Outcome insert(Actor actor, String name, Set<String> permissions, Duration lifetime) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var granted = Arrays.stream(Permission.values())
                .filter(actor::may)
                .map(Permission::name)
                .filter(permission -> permissions.isEmpty() || permissions.contains(permission))
                .toArray(String[]::new);
        var id = ids.next("tok");
        var expires = clock.instant().plus(lifetime);
        database.insertInto(API_TOKEN)
                .set(API_TOKEN.ID, id)
                .set(API_TOKEN.PERSON_ID, actor.person().value())
                .set(API_TOKEN.ORGANISATION_ID, actor.organisation().value())
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.SECRET_HASH, hash(secret))
                .set(API_TOKEN.PERMISSIONS, granted)
                .set(API_TOKEN.CREATED_AT, now())
                .set(API_TOKEN.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                actor, "identity.token-created", id, Map.of("permissions", granted, "expires_at", expires.toString()));
        return new Outcome.Created(id, secret, expires);
    }

    private int valid(Actor actor) {
        return database.fetchCount(
                API_TOKEN,
                API_TOKEN.PERSON_ID.eq(actor.person().value()),
                API_TOKEN.REVOKED_AT.isNull(),
                API_TOKEN.EXPIRES_AT.gt(now()));
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
