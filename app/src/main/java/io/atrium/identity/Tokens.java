// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.API_TOKEN;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.jooq.tables.records.ApiTokenRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
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
    /// More than a firm's programs need; older ended ones are in the audit trail.
    static final int PER_ORGANISATION_SHOWN = 200;
    private static final String SECRET_PREFIX = "atr_";
    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;
    private final Actors actors;

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
    public Optional<Actor> actor(String secret) {
        var row = database.selectFrom(API_TOKEN)
                .where(
                        API_TOKEN.SECRET_HASH.eq(new Secret(secret).hash()),
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
                .fetch(Tokens::view);
    }

    /// Every token that works for the actor's organisation or did, whoever made it; valid ones first.
    @Transactional(readOnly = true)
    public List<MemberToken> ofOrganisation(Actor actor) {
        actor.require(Permission.MANAGE_PEOPLE);
        return database.select(API_TOKEN.fields())
                .select(PERSON.NAME)
                .from(API_TOKEN)
                .join(PERSON)
                .on(PERSON.ID.eq(API_TOKEN.PERSON_ID))
                .where(API_TOKEN.ORGANISATION_ID.eq(actor.organisation().value()))
                .orderBy(
                        API_TOKEN
                                .REVOKED_AT
                                .isNull()
                                .and(API_TOKEN.EXPIRES_AT.gt(now()))
                                .desc(),
                        API_TOKEN.ID.desc())
                .limit(PER_ORGANISATION_SHOWN)
                .fetch(row -> new MemberToken(view(row.into(API_TOKEN)), row.get(PERSON.NAME)));
    }

    /// Revokes a token of any member of the actor's organisation; false when there is no such token.
    @Transactional
    public boolean revokeOfMember(Actor actor, String id) {
        actor.require(Permission.MANAGE_PEOPLE);
        return revoke(
                actor, id, API_TOKEN.ORGANISATION_ID.eq(actor.organisation().value()));
    }

    /// Revokes one of the actor's own tokens; false when there is no such token.
    @Transactional
    public boolean revoke(Actor actor, String id) {
        return revoke(
                actor,
                id,
                API_TOKEN
                        .PERSON_ID
                        .eq(actor.person().value())
                        .and(API_TOKEN.ORGANISATION_ID.eq(actor.organisation().value())));
    }

    private boolean revoke(Actor actor, String id, Condition reach) {
        int revoked = database.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, now())
                .where(API_TOKEN.ID.eq(id), reach, API_TOKEN.REVOKED_AT.isNull())
                .execute();
        if (revoked == 1) {
            audit.record(actor, "identity.token-revoked", id, Map.of());
        }
        return revoked == 1;
    }

    private static TokenView view(ApiTokenRecord row) {
        return new TokenView(
                row.getId(),
                row.getName(),
                List.of(row.getPermissions()),
                row.getCreatedAt().toInstant(),
                row.getExpiresAt().toInstant(),
                instant(row.getLastUsedAt()),
                instant(row.getRevokedAt()));
    }

    private Outcome insert(Actor actor, String name, Set<String> permissions, Duration lifetime) {
        var secret = Secret.random(SECRET_PREFIX);
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
                .set(API_TOKEN.SECRET_HASH, secret.hash())
                .set(API_TOKEN.PERMISSIONS, granted)
                .set(API_TOKEN.CREATED_AT, now())
                .set(API_TOKEN.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                actor, "identity.token-created", id, Map.of("permissions", granted, "expires_at", expires.toString()));
        return new Outcome.Created(id, secret.value(), expires);
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
}
