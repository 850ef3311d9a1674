// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.POLICY_DECISION;
import static io.atrium.jooq.Tables.POLICY_VERSION;

import io.atrium.engine.decision.PackageText;
import io.atrium.jooq.tables.records.PolicyVersionRecord;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyVersionView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Published packages, word for word.
@Component
public class VersionStore {

    private final DSLContext database;

    VersionStore(DSLContext database) {
        this.database = database;
    }

    public List<PolicyVersionView> current() {
        return database.selectFrom(POLICY_VERSION)
                .where(POLICY_VERSION.IS_CURRENT)
                .orderBy(POLICY_VERSION.POLICY_ID)
                .fetch(VersionStore::view);
    }

    /// Every version of every policy.
    public List<PolicyVersionView> all() {
        return database.selectFrom(POLICY_VERSION)
                .orderBy(POLICY_VERSION.POLICY_ID, POLICY_VERSION.VERSION)
                .fetch(VersionStore::view);
    }

    /// All versions of a policy, newest first.
    public List<PolicyVersionView> versions(PolicyId policy) {
        return database.selectFrom(POLICY_VERSION)
                .where(POLICY_VERSION.POLICY_ID.eq(policy.value()))
                .orderBy(POLICY_VERSION.PUBLISHED_AT.desc(), POLICY_VERSION.VERSION.desc())
                .fetch(VersionStore::view);
    }

    public Optional<PolicyVersionView> find(PolicyId policy, String version) {
        return database.selectFrom(POLICY_VERSION)
                .where(POLICY_VERSION.POLICY_ID.eq(policy.value()), POLICY_VERSION.VERSION.eq(version))
                .fetchOptional(VersionStore::view);
    }

    public PackageText text(PolicyId policy, String version) {
        var row = database.selectFrom(POLICY_VERSION)
                .where(POLICY_VERSION.POLICY_ID.eq(policy.value()), POLICY_VERSION.VERSION.eq(version))
                .fetchSingle();
        return new PackageText(row.getPolicyYaml(), row.getModelDmn(), row.getExamplesYaml(), row.getSourceMd());
    }

    /// Whether a version has decided something, so that it must stay as it is.
    public boolean hasDecided(PolicyId policy, String version) {
        return database.fetchExists(
                POLICY_DECISION, POLICY_DECISION.POLICY_ID.eq(policy.value()).and(POLICY_DECISION.VERSION.eq(version)));
    }

    /// Writes a version; which one holds is chosen afterwards.
    public void publish(PolicyId policy, String version, PackageText text, Instant at) {
        database.insertInto(POLICY_VERSION)
                .set(POLICY_VERSION.POLICY_ID, policy.value())
                .set(POLICY_VERSION.VERSION, version)
                .set(POLICY_VERSION.FINGERPRINT, text.fingerprint())
                .set(POLICY_VERSION.IS_CURRENT, false)
                .set(POLICY_VERSION.PUBLISHED_AT, at.atOffset(ZoneOffset.UTC))
                .set(POLICY_VERSION.POLICY_YAML, text.policy())
                .set(POLICY_VERSION.MODEL_DMN, text.model())
                .set(POLICY_VERSION.EXAMPLES_YAML, text.examples())
                .set(POLICY_VERSION.SOURCE_MD, text.source())
                .onConflict(POLICY_VERSION.POLICY_ID, POLICY_VERSION.VERSION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    public void makeCurrent(PolicyId policy, String version) {
        database.update(POLICY_VERSION)
                .set(POLICY_VERSION.IS_CURRENT, false)
                .where(POLICY_VERSION.POLICY_ID.eq(policy.value()))
                .execute();
        database.update(POLICY_VERSION)
                .set(POLICY_VERSION.IS_CURRENT, true)
                .where(POLICY_VERSION.POLICY_ID.eq(policy.value()), POLICY_VERSION.VERSION.eq(version))
                .execute();
    }

    private static PolicyVersionView view(PolicyVersionRecord row) {
        return new PolicyVersionView(
                new PolicyId(row.getPolicyId()),
                row.getVersion(),
                row.getFingerprint(),
                row.getIsCurrent(),
                row.getPublishedAt().toInstant());
    }
}
