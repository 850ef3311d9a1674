// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.POLICY_DECISION;
import static io.atrium.jooq.Tables.POLICY_DRAFT;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.jooq.tables.records.PolicyDraftRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDraft.Change;
import io.atrium.policy.PolicyDraft.Review;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.DraftState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafts of policy versions as rows.
@Component
public class PolicyDraftStore {

    private static final List<String> OPEN = Arrays.stream(DraftState.values())
            .filter(DraftState::isOpen)
            .map(DraftState::name)
            .toList();
    private static final List<String> QUALIFIES =
            List.of(Outcome.ENTITLED.name(), Outcome.CEILING.name(), Outcome.REVIEW.name());

    private final DSLContext database;

    PolicyDraftStore(DSLContext database) {
        this.database = database;
    }

    public void insert(PolicyDraft draft) {
        database.insertInto(POLICY_DRAFT)
                .set(POLICY_DRAFT.ID, draft.id().value())
                .set(POLICY_DRAFT.ORG_ID, draft.department().value())
                .set(POLICY_DRAFT.POLICY_ID, draft.policy().value())
                .set(POLICY_DRAFT.VERSION, draft.version())
                .set(POLICY_DRAFT.STATE, draft.state().name())
                .set(POLICY_DRAFT.BASED_ON, draft.basedOn())
                .set(POLICY_DRAFT.POLICY_YAML, draft.text().policy())
                .set(POLICY_DRAFT.MODEL_DMN, draft.text().model())
                .set(POLICY_DRAFT.EXAMPLES_YAML, draft.text().examples())
                .set(POLICY_DRAFT.SOURCE_MD, draft.text().source())
                .set(POLICY_DRAFT.CREATED_AT, draft.created().at().atOffset(ZoneOffset.UTC))
                .set(POLICY_DRAFT.CREATED_BY_NAME, draft.created().by())
                .set(POLICY_DRAFT.WRITERS, writers(draft.writers()))
                .set(POLICY_DRAFT.CHANGED_AT, draft.changed().at().atOffset(ZoneOffset.UTC))
                .set(POLICY_DRAFT.CHANGED_BY_NAME, draft.changed().by())
                .execute();
    }

    /// Drafts of one policy are begun one after the other.
    public void lockPolicy(PolicyId policy) {
        database.execute("select pg_advisory_xact_lock(?, hashtext(?))", 0x504452, policy.value());
    }

    public Optional<PolicyDraft> find(Scope scope, PolicyDraftId id) {
        return database.selectFrom(POLICY_DRAFT)
                .where(POLICY_DRAFT.ID.eq(id.value()))
                .and(Scope.condition(scope, POLICY_DRAFT.ORG_ID))
                .fetchOptional(PolicyDraftStore::draft);
    }

    public Optional<PolicyDraft> lock(Scope scope, PolicyDraftId id) {
        return database.selectFrom(POLICY_DRAFT)
                .where(POLICY_DRAFT.ID.eq(id.value()))
                .and(Scope.condition(scope, POLICY_DRAFT.ORG_ID))
                .forUpdate()
                .fetchOptional(PolicyDraftStore::draft);
    }

    /// An approved draft whose day has come, given to one taker only.
    public Optional<PolicyDraft> lockDue(LocalDate today) {
        return database.selectFrom(POLICY_DRAFT)
                .where(POLICY_DRAFT.STATE.eq(DraftState.APPROVED.name()), POLICY_DRAFT.EFFECTIVE_ON.le(today))
                .orderBy(POLICY_DRAFT.EFFECTIVE_ON, POLICY_DRAFT.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(PolicyDraftStore::draft);
    }

    public Optional<PolicyDraft> open(PolicyId policy) {
        return database.selectFrom(POLICY_DRAFT)
                .where(POLICY_DRAFT.POLICY_ID.eq(policy.value()), POLICY_DRAFT.STATE.in(OPEN))
                .fetchOptional(PolicyDraftStore::draft);
    }

    /// Newest first, from the first after one.
    public List<PolicyDraft> list(Scope scope, @Nullable String after, int limit) {
        return database.selectFrom(POLICY_DRAFT)
                .where(Scope.condition(scope, POLICY_DRAFT.ORG_ID))
                .and(after == null ? DSL.noCondition() : POLICY_DRAFT.ID.lt(after))
                .orderBy(POLICY_DRAFT.ID.desc())
                .limit(limit)
                .fetch(PolicyDraftStore::draft);
    }

    public void saveText(PolicyDraft draft, Set<PersonId> writers, Change change) {
        database.update(POLICY_DRAFT)
                .set(POLICY_DRAFT.POLICY_YAML, draft.text().policy())
                .set(POLICY_DRAFT.MODEL_DMN, draft.text().model())
                .set(POLICY_DRAFT.EXAMPLES_YAML, draft.text().examples())
                .set(POLICY_DRAFT.SOURCE_MD, draft.text().source())
                .set(POLICY_DRAFT.VERSION, draft.version())
                .set(POLICY_DRAFT.WRITERS, writers(writers))
                .set(POLICY_DRAFT.CHANGED_AT, change.at().atOffset(ZoneOffset.UTC))
                .set(POLICY_DRAFT.CHANGED_BY_NAME, change.by())
                .where(POLICY_DRAFT.ID.eq(draft.id().value()))
                .execute();
    }

    public void saveState(PolicyDraftId id, DraftState state) {
        database.update(POLICY_DRAFT)
                .set(POLICY_DRAFT.STATE, state.name())
                .where(POLICY_DRAFT.ID.eq(id.value()))
                .execute();
    }

    public void saveReview(PolicyDraftId id, DraftState state, Review review) {
        database.update(POLICY_DRAFT)
                .set(POLICY_DRAFT.STATE, state.name())
                .set(POLICY_DRAFT.REVIEWED_AT, review.at().atOffset(ZoneOffset.UTC))
                .set(POLICY_DRAFT.REVIEWED_BY_NAME, review.by())
                .set(POLICY_DRAFT.REVIEW_NOTE, review.note())
                .set(POLICY_DRAFT.REVIEWED_AGAINST, review.against())
                .set(POLICY_DRAFT.EFFECTIVE_ON, review.effectiveOn())
                .where(POLICY_DRAFT.ID.eq(id.value()))
                .execute();
    }

    public void savePublished(PolicyDraftId id, Instant at) {
        database.update(POLICY_DRAFT)
                .set(POLICY_DRAFT.STATE, DraftState.PUBLISHED.name())
                .set(POLICY_DRAFT.PUBLISHED_AT, at.atOffset(ZoneOffset.UTC))
                .where(POLICY_DRAFT.ID.eq(id.value()))
                .execute();
    }

    /// The firms whose present answer to a policy is a yes, or a yes up to a person's judgement.
    public Set<OrgId> qualifying(PolicyId policy) {
        return database
                .select(POLICY_DECISION.ORG_ID)
                .from(POLICY_DECISION)
                .where(POLICY_DECISION.POLICY_ID.eq(policy.value()))
                .and(POLICY_DECISION.IS_CURRENT)
                .and(POLICY_DECISION.OUTCOME.in(QUALIFIES))
                .fetch(row -> new OrgId(Objects.requireNonNull(row.value1())))
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String[] writers(Set<PersonId> writers) {
        return writers.stream().map(PersonId::value).sorted().toArray(String[]::new);
    }

    private static PolicyDraft draft(PolicyDraftRecord row) {
        return new PolicyDraft(
                new PolicyDraftId(row.getId()),
                new OrgId(row.getOrgId()),
                new PolicyId(row.getPolicyId()),
                row.getVersion(),
                DraftState.valueOf(row.getState()),
                row.getBasedOn(),
                new PackageText(row.getPolicyYaml(), row.getModelDmn(), row.getExamplesYaml(), row.getSourceMd()),
                new Change(row.getCreatedAt().toInstant(), row.getCreatedByName()),
                new Change(row.getChangedAt().toInstant(), row.getChangedByName()),
                Arrays.stream(row.getWriters()).map(PersonId::new).collect(Collectors.toUnmodifiableSet()),
                review(row),
                row.getPublishedAt() == null ? null : row.getPublishedAt().toInstant());
    }

    private static @Nullable Review review(PolicyDraftRecord row) {
        return row.getReviewedAt() == null
                ? null
                : new Review(
                        row.getReviewedAt().toInstant(),
                        row.getReviewedByName(),
                        row.getReviewNote(),
                        row.getReviewedAgainst(),
                        row.getEffectiveOn());
    }
}
