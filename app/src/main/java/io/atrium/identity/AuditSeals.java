// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static io.atrium.jooq.Tables.AUDIT_SEAL;

import io.atrium.jooq.tables.records.AuditEntryRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Chains the audit trail: each seal is a hash over its entry and the seal before it. One writer at a time (a lock on
/// the transaction); entries are sealed in the order of their ids, late committers in a later round.
@Component
public class AuditSeals {

    private static final int BATCH = 5_000;
    private static final long LOCK = 0x4155444954L;
    private static final String GENESIS = "0".repeat(64);

    private final DSLContext database;

    AuditSeals(DSLContext database) {
        this.database = database;
    }

    /// Seals what is not sealed yet; returns how many entries.
    @Transactional
    public int seal() {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
        var last = database.selectFrom(AUDIT_SEAL)
                .orderBy(AUDIT_SEAL.POSITION.desc())
                .limit(1)
                .fetchOptional();
        long position = last.map(seal -> seal.getPosition()).orElse(0L);
        var previous = last.map(seal -> seal.getHash()).orElse(GENESIS);
        var open = database.selectFrom(AUDIT_ENTRY)
                .whereNotExists(database.selectOne().from(AUDIT_SEAL).where(AUDIT_SEAL.ENTRY_ID.eq(AUDIT_ENTRY.ID)))
                .orderBy(AUDIT_ENTRY.ID)
                .limit(BATCH)
                .fetch();
        for (var entry : open) {
            var hash = hash(previous, entry);
            database.insertInto(AUDIT_SEAL)
                    .values(++position, entry.getId(), previous, hash)
                    .execute();
            previous = hash;
        }
        return open.size();
    }

    /// Recomputes the whole chain; the position of the first seal that does not hold, or empty when all do.
    @Transactional(readOnly = true)
    public OptionalLong firstBroken() {
        var previous = GENESIS;
        var rows = database.select()
                .from(AUDIT_SEAL)
                .join(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.ID.eq(AUDIT_SEAL.ENTRY_ID))
                .orderBy(AUDIT_SEAL.POSITION)
                .fetchSize(1_000);
        try (var cursor = rows.fetchLazy()) {
            for (var row : cursor) {
                var seal = row.into(AUDIT_SEAL);
                var expected = hash(previous, row.into(AUDIT_ENTRY));
                if (!seal.getPreviousHash().equals(previous) || !seal.getHash().equals(expected)) {
                    return OptionalLong.of(seal.getPosition());
                }
                previous = expected;
            }
        }
        return OptionalLong.empty();
    }

    private static String hash(String previous, AuditEntryRecord entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts(previous, entry)) {
                var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Entries from before origins were kept have none, and their seals stay what they were.
    private static List<Object> parts(String previous, AuditEntryRecord entry) {
        var parts = new ArrayList<Object>(List.of(
                previous,
                entry.getId(),
                entry.getAt().toInstant(),
                entry.getPersonId(),
                entry.getPersonName(),
                entry.getOrganisationId(),
                entry.getAction(),
                entry.getSubject(),
                entry.getDetail().data()));
        if (entry.getOrigin() != null) {
            parts.add(entry.getOrigin());
        }
        return parts;
    }
}
