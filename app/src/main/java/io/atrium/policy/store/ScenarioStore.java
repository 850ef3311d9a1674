// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.POLICY_SCENARIO;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.jooq.tables.records.PolicyScenarioRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.PolicyDraftId;
import io.atrium.policy.PolicyId;
import io.atrium.policy.Scenario;
import io.atrium.policy.Scenario.Author;
import io.atrium.policy.ScenarioId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Kept scenarios as rows. One is seen by its author, and by the colleagues of the department once it is shared.
@Component
public class ScenarioStore {

    private static final TypeReference<TreeMap<String, String>> FIGURES = new TypeReference<>() {};

    private final DSLContext database;
    private final JsonMapper json;

    ScenarioStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void insert(Scenario scenario) {
        var draft = scenario.draft();
        var pinned = scenario.pinned();
        database.insertInto(POLICY_SCENARIO)
                .set(POLICY_SCENARIO.ID, scenario.id().value())
                .set(POLICY_SCENARIO.ORG_ID, scenario.department().value())
                .set(POLICY_SCENARIO.NAME, scenario.name())
                .set(POLICY_SCENARIO.NOTE, scenario.note())
                .set(POLICY_SCENARIO.POLICY_ID, scenario.policy().value())
                .set(POLICY_SCENARIO.VERSION, scenario.version())
                .set(POLICY_SCENARIO.AGAINST_VERSION, scenario.against())
                .set(POLICY_SCENARIO.DRAFT_ID, draft == null ? null : draft.value())
                .set(POLICY_SCENARIO.POLICY_YAML, pinned == null ? null : pinned.policy())
                .set(POLICY_SCENARIO.MODEL_DMN, pinned == null ? null : pinned.model())
                .set(POLICY_SCENARIO.EXAMPLES_YAML, pinned == null ? null : pinned.examples())
                .set(POLICY_SCENARIO.SOURCE_MD, pinned == null ? null : pinned.source())
                .set(POLICY_SCENARIO.SNAPSHOT_ID, scenario.snapshot().value())
                .set(POLICY_SCENARIO.FIGURES, figures(scenario.figures()))
                .set(POLICY_SCENARIO.IS_SHARED, scenario.isShared())
                .set(POLICY_SCENARIO.CREATED_BY, scenario.author().person().value())
                .set(POLICY_SCENARIO.CREATED_BY_NAME, scenario.author().name())
                .set(POLICY_SCENARIO.CREATED_AT, scenario.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public int count(OrgId department) {
        return database.fetchCount(POLICY_SCENARIO, POLICY_SCENARIO.ORG_ID.eq(department.value()));
    }

    /// How many the actor sees.
    public int countFor(Actor actor) {
        return database.fetchCount(POLICY_SCENARIO, visible(actor));
    }

    public Optional<Scenario> find(Actor actor, ScenarioId id) {
        return database.selectFrom(POLICY_SCENARIO)
                .where(POLICY_SCENARIO.ID.eq(id.value()))
                .and(visible(actor))
                .fetchOptional(this::scenario);
    }

    /// Newest first.
    public List<Scenario> list(Actor actor, int limit) {
        return database.selectFrom(POLICY_SCENARIO)
                .where(visible(actor))
                .orderBy(POLICY_SCENARIO.ID.desc())
                .limit(limit)
                .fetch(this::scenario);
    }

    public void saveShared(ScenarioId id, boolean isShared) {
        database.update(POLICY_SCENARIO)
                .set(POLICY_SCENARIO.IS_SHARED, isShared)
                .where(POLICY_SCENARIO.ID.eq(id.value()))
                .execute();
    }

    public void delete(ScenarioId id) {
        database.deleteFrom(POLICY_SCENARIO)
                .where(POLICY_SCENARIO.ID.eq(id.value()))
                .execute();
    }

    private static Condition visible(Actor actor) {
        return Scope.condition(actor.scope(Permission.WRITE_POLICY), POLICY_SCENARIO.ORG_ID)
                .and(DSL.condition(POLICY_SCENARIO.IS_SHARED)
                        .or(POLICY_SCENARIO.CREATED_BY.eq(actor.person().value())));
    }

    private JSONB figures(SortedMap<String, FactValue> figures) {
        var texts = new TreeMap<String, String>();
        figures.forEach((name, value) -> texts.put(name, value.text()));
        return JSONB.valueOf(json.writeValueAsString(texts));
    }

    /// A figure is a number or a day, and no text is both.
    private SortedMap<String, FactValue> figures(JSONB stored) {
        var figures = new TreeMap<String, FactValue>();
        json.readValue(stored.data(), FIGURES)
                .forEach((name, text) -> figures.put(
                        name,
                        FactType.NUMBER
                                .parse(text)
                                .or(() -> FactType.DATE.parse(text))
                                .orElseThrow()));
        return figures;
    }

    private Scenario scenario(PolicyScenarioRecord row) {
        return new Scenario(
                new ScenarioId(row.getId()),
                new OrgId(row.getOrgId()),
                row.getName(),
                row.getNote(),
                new PolicyId(row.getPolicyId()),
                row.getVersion(),
                row.getAgainstVersion(),
                row.getDraftId() == null ? null : new PolicyDraftId(row.getDraftId()),
                pinned(row),
                new FirmSnapshotId(row.getSnapshotId()),
                figures(row.getFigures()),
                row.getIsShared(),
                new Author(new PersonId(row.getCreatedBy()), row.getCreatedByName()),
                row.getCreatedAt().toInstant());
    }

    private static @Nullable PackageText pinned(PolicyScenarioRecord row) {
        return row.getModelDmn() == null
                ? null
                : new PackageText(row.getPolicyYaml(), row.getModelDmn(), row.getExamplesYaml(), row.getSourceMd());
    }
}
