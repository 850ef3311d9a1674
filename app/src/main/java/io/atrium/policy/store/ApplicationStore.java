// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Sequences.BENEFIT_APPLICATION_NUMBER;
import static io.atrium.jooq.Tables.APPLICATION_DEFECT;
import static io.atrium.jooq.Tables.APPLICATION_PAPER;
import static io.atrium.jooq.Tables.APPLICATION_STEP;
import static io.atrium.jooq.Tables.BENEFIT_APPLICATION;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.company.CertificateId;
import io.atrium.company.CertificateKind;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.files.FileId;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.ApplicationDefect;
import io.atrium.policy.ApplicationFilter;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationPaper;
import io.atrium.policy.ApplicationSight;
import io.atrium.policy.ApplicationStepView;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.GrantLists.Part;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Applications with their steps, papers and defects.
@Component
public class ApplicationStore {

    private final DSLContext database;
    private final JsonMapper json;

    ApplicationStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// What an actor may see: see [ApplicationSight].
    public static Condition visible(ApplicationSight sight) {
        var submitted = BENEFIT_APPLICATION.SUBMITTED_AT.isNotNull();
        return Scope.condition(sight.firm(), BENEFIT_APPLICATION.ORG_ID)
                .or(Scope.condition(sight.department(), BENEFIT_APPLICATION.DEPARTMENT_ID)
                        .and(submitted))
                .or(sight.isSteward() ? BENEFIT_APPLICATION.SHARED_AT.isNotNull() : DSL.falseCondition())
                .or(sight.isAuditor() ? submitted : DSL.falseCondition());
    }

    public String nextNumber(int year) {
        return "A-%d-%06d".formatted(year, database.nextval(BENEFIT_APPLICATION_NUMBER));
    }

    /// One open application per firm and policy: the second waits here for the first.
    public Optional<ApplicationId> open(OrgId firm, PolicyId policy) {
        database.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(firm.value()))
                .forNoKeyUpdate()
                .fetch();
        return database.select(BENEFIT_APPLICATION.ID)
                .from(BENEFIT_APPLICATION)
                .where(BENEFIT_APPLICATION.ORG_ID.eq(firm.value()))
                .and(BENEFIT_APPLICATION.POLICY_ID.eq(policy.value()))
                .and(BENEFIT_APPLICATION.STATE.in(names(openStates())))
                .fetchOptional(row -> new ApplicationId(row.value1()));
    }

    private static List<ApplicationState> openStates() {
        return List.of(ApplicationState.values()).stream()
                .filter(ApplicationState::isOpen)
                .toList();
    }

    public void insert(ApplicationView application) {
        database.insertInto(BENEFIT_APPLICATION)
                .set(BENEFIT_APPLICATION.ID, application.id().value())
                .set(BENEFIT_APPLICATION.ORG_ID, application.firm().value())
                .set(BENEFIT_APPLICATION.DEPARTMENT_ID, application.department().value())
                .set(BENEFIT_APPLICATION.POLICY_ID, application.policy().value())
                .set(BENEFIT_APPLICATION.VERSION, application.version())
                .set(BENEFIT_APPLICATION.STATE, application.state().name())
                .set(BENEFIT_APPLICATION.STATEMENT, application.statement())
                .set(BENEFIT_APPLICATION.CREATED_AT, time(application.createdAt()))
                .set(BENEFIT_APPLICATION.CHANGES, 0)
                .execute();
    }

    /// Writes everything that can change, and counts the change.
    public void update(ApplicationView application) {
        var ruling = application.ruling();
        var first = ruling.first();
        database.update(BENEFIT_APPLICATION)
                .set(BENEFIT_APPLICATION.NUMBER, application.number())
                .set(BENEFIT_APPLICATION.VERSION, application.version())
                .set(BENEFIT_APPLICATION.STATE, application.state().name())
                .set(BENEFIT_APPLICATION.DUE_AT, timeOrNull(application.dueAt()))
                .set(BENEFIT_APPLICATION.STATEMENT, application.statement())
                .set(BENEFIT_APPLICATION.SHARED_AT, timeOrNull(application.sharedAt()))
                .set(BENEFIT_APPLICATION.SUBMITTED_AT, timeOrNull(application.submittedAt()))
                .set(BENEFIT_APPLICATION.DECIDED_AT, timeOrNull(application.decidedAt()))
                .set(BENEFIT_APPLICATION.CEILING_FEN, fen(ruling.ceiling()))
                .set(BENEFIT_APPLICATION.AMOUNT_FEN, fen(ruling.amount()))
                .set(BENEFIT_APPLICATION.CLAUSE, ruling.clause())
                .set(BENEFIT_APPLICATION.REASON, ruling.reason())
                .set(
                        BENEFIT_APPLICATION.FIRST_PERSON,
                        first == null ? null : first.person().value())
                .set(BENEFIT_APPLICATION.FIRST_NAME, first == null ? null : first.name())
                .set(BENEFIT_APPLICATION.VOUCHER_ID, ruling.voucher())
                .set(BENEFIT_APPLICATION.FULFILLED_ON, ruling.fulfilledOn())
                .set(BENEFIT_APPLICATION.FULFILLED_FEN, fen(ruling.fulfilled()))
                .set(BENEFIT_APPLICATION.CHANGES, BENEFIT_APPLICATION.CHANGES.plus(1))
                .where(BENEFIT_APPLICATION.ID.eq(application.id().value()))
                .execute();
    }

    /// Papers and answers change the file too.
    public void touch(ApplicationId application) {
        database.update(BENEFIT_APPLICATION)
                .set(BENEFIT_APPLICATION.CHANGES, BENEFIT_APPLICATION.CHANGES.plus(1))
                .where(BENEFIT_APPLICATION.ID.eq(application.value()))
                .execute();
    }

    public Optional<ApplicationView> lock(ApplicationSight sight, ApplicationId application) {
        return applications(BENEFIT_APPLICATION.ID.eq(application.value()).and(visible(sight)))
                .forUpdate()
                .of(BENEFIT_APPLICATION)
                .fetchOptional(ApplicationStore::application);
    }

    public Optional<ApplicationView> find(ApplicationSight sight, ApplicationId application) {
        return applications(BENEFIT_APPLICATION.ID.eq(application.value()).and(visible(sight)))
                .fetchOptional(ApplicationStore::application);
    }

    /// Locks those whose term for a completion is over, in the order of their ids.
    public List<ApplicationView> lockLapsing(Instant now, int limit) {
        return applications(BENEFIT_APPLICATION.STATE.eq(ApplicationState.RETURNED_FOR_COMPLETION.name()))
                .and(BENEFIT_APPLICATION.DUE_AT.lt(time(now)))
                .orderBy(BENEFIT_APPLICATION.ID)
                .limit(limit)
                .forUpdate()
                .of(BENEFIT_APPLICATION)
                .skipLocked()
                .fetch(ApplicationStore::application);
    }

    public int count(ApplicationSight sight, ApplicationFilter filter) {
        return database.fetchCount(database.select(BENEFIT_APPLICATION.ID)
                .from(BENEFIT_APPLICATION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(BENEFIT_APPLICATION.ORG_ID))
                .where(visible(sight).and(condition(filter))));
    }

    /// @param sort `due`, `firm`, `submitted`, `amount`, with `-` before it the other way round; else newest first
    public List<ApplicationView> page(ApplicationSight sight, ApplicationFilter filter, String sort, Part part) {
        return applications(visible(sight).and(condition(filter)))
                .orderBy(order(sort), BENEFIT_APPLICATION.ID.desc())
                .limit(part.limit())
                .offset(part.offset())
                .fetch(ApplicationStore::application);
    }

    /// Newest first, from the first before one.
    public List<ApplicationView> before(
            ApplicationSight sight, ApplicationFilter filter, @Nullable String id, int limit) {
        return applications(visible(sight).and(condition(filter)))
                .and(id == null ? DSL.noCondition() : BENEFIT_APPLICATION.ID.lt(id))
                .orderBy(BENEFIT_APPLICATION.ID.desc())
                .limit(limit)
                .fetch(ApplicationStore::application);
    }

    public List<ApplicationView> ofFirm(ApplicationSight sight, OrgId firm) {
        return applications(visible(sight).and(BENEFIT_APPLICATION.ORG_ID.eq(firm.value())))
                .orderBy(BENEFIT_APPLICATION.ID.desc())
                .fetch(ApplicationStore::application);
    }

    private static Condition condition(ApplicationFilter filter) {
        var policy = filter.policy();
        var due = filter.dueBefore();
        var text = filter.text();
        return DSL.condition(true)
                .and(
                        filter.states().isEmpty()
                                ? DSL.noCondition()
                                : BENEFIT_APPLICATION.STATE.in(names(filter.states())))
                .and(policy == null ? DSL.noCondition() : BENEFIT_APPLICATION.POLICY_ID.eq(policy.value()))
                .and(due == null ? DSL.noCondition() : BENEFIT_APPLICATION.DUE_AT.lt(time(due)))
                .and(
                        text == null || text.isEmpty()
                                ? DSL.noCondition()
                                : ORGANISATION
                                        .NAME_ZH
                                        .containsIgnoreCase(text)
                                        .or(ORGANISATION.NAME_EN.containsIgnoreCase(text))
                                        .or(BENEFIT_APPLICATION.NUMBER.containsIgnoreCase(text)));
    }

    private static SortField<?> order(String sort) {
        return switch (sort) {
            case "due" -> BENEFIT_APPLICATION.DUE_AT.asc().nullsLast();
            case "-due" -> BENEFIT_APPLICATION.DUE_AT.desc().nullsLast();
            case "firm" -> ORGANISATION.NAME_ZH.asc();
            case "-firm" -> ORGANISATION.NAME_ZH.desc();
            case "submitted" -> BENEFIT_APPLICATION.SUBMITTED_AT.asc().nullsLast();
            case "amount" -> BENEFIT_APPLICATION.AMOUNT_FEN.asc().nullsLast();
            case "-amount" -> BENEFIT_APPLICATION.AMOUNT_FEN.desc().nullsLast();
            default -> BENEFIT_APPLICATION.CREATED_AT.desc();
        };
    }

    // ---- decisions

    public void keepSubmitted(ApplicationId application, Decision decision) {
        keep(application, BENEFIT_APPLICATION.SUBMITTED_DECISION, decision);
    }

    public void keepFinal(ApplicationId application, Decision decision) {
        keep(application, BENEFIT_APPLICATION.FINAL_DECISION, decision);
    }

    private void keep(ApplicationId application, TableField<?, JSONB> field, Decision decision) {
        database.update(BENEFIT_APPLICATION)
                .set(field, JSONB.valueOf(json.writeValueAsString(decision)))
                .where(BENEFIT_APPLICATION.ID.eq(application.value()))
                .execute();
    }

    /// What the rules said when it was decided, else when it was submitted; empty before.
    public Optional<Decision> kept(ApplicationId application) {
        return database.select(DSL.coalesce(BENEFIT_APPLICATION.FINAL_DECISION, BENEFIT_APPLICATION.SUBMITTED_DECISION))
                .from(BENEFIT_APPLICATION)
                .where(BENEFIT_APPLICATION.ID.eq(application.value()))
                .fetchOptional(row -> row.value1())
                .map(stored -> json.readValue(stored.data(), Decision.class));
    }

    // ---- steps

    public void insertStep(ApplicationId application, ApplicationStepView step) {
        database.insertInto(APPLICATION_STEP)
                .set(APPLICATION_STEP.APPLICATION_ID, application.value())
                .set(APPLICATION_STEP.AT, time(step.at()))
                .set(APPLICATION_STEP.EVENT, step.event().name())
                .set(APPLICATION_STEP.STATE, step.state().name())
                .set(APPLICATION_STEP.BY_NAME, step.by())
                .set(APPLICATION_STEP.BY_FIRM, step.byFirm())
                .set(APPLICATION_STEP.NOTE, step.note())
                .execute();
    }

    /// First to last.
    public List<ApplicationStepView> steps(ApplicationId application) {
        return steps(List.of(application)).getOrDefault(application, List.of());
    }

    public Map<ApplicationId, List<ApplicationStepView>> steps(Collection<ApplicationId> applications) {
        return database.selectFrom(APPLICATION_STEP)
                .where(APPLICATION_STEP.APPLICATION_ID.in(
                        applications.stream().map(ApplicationId::value).toList()))
                .orderBy(APPLICATION_STEP.ID)
                .fetchGroups(
                        row -> new ApplicationId(row.get(APPLICATION_STEP.APPLICATION_ID)),
                        row -> new ApplicationStepView(
                                row.get(APPLICATION_STEP.AT).toInstant(),
                                ApplicationEvent.valueOf(row.get(APPLICATION_STEP.EVENT)),
                                ApplicationState.valueOf(row.get(APPLICATION_STEP.STATE)),
                                row.get(APPLICATION_STEP.BY_NAME),
                                row.get(APPLICATION_STEP.BY_FIRM),
                                row.get(APPLICATION_STEP.NOTE)));
    }

    // ---- papers

    public void replacePapers(ApplicationId application, Collection<ApplicationPaper> papers) {
        database.deleteFrom(APPLICATION_PAPER)
                .where(APPLICATION_PAPER.APPLICATION_ID.eq(application.value()))
                .execute();
        papers.forEach(paper -> database.insertInto(APPLICATION_PAPER)
                .set(APPLICATION_PAPER.APPLICATION_ID, application.value())
                .set(APPLICATION_PAPER.SLOT, paper.slot())
                .set(APPLICATION_PAPER.CERTIFICATE_ID, paper.certificate().value())
                .set(APPLICATION_PAPER.FILE_ID, paper.file().value())
                .set(APPLICATION_PAPER.KIND, paper.kind().name())
                .set(APPLICATION_PAPER.NAME, paper.name())
                .set(APPLICATION_PAPER.IS_NEW, paper.isNew())
                .execute());
    }

    public List<ApplicationPaper> papers(ApplicationId application) {
        return database.selectFrom(APPLICATION_PAPER)
                .where(APPLICATION_PAPER.APPLICATION_ID.eq(application.value()))
                .orderBy(APPLICATION_PAPER.SLOT, APPLICATION_PAPER.NAME, APPLICATION_PAPER.CERTIFICATE_ID)
                .fetch(row -> new ApplicationPaper(
                        row.getSlot(),
                        new CertificateId(row.getCertificateId()),
                        new FileId(row.getFileId()),
                        CertificateKind.valueOf(row.getKind()),
                        row.getName(),
                        row.getIsNew()));
    }

    // ---- defects

    public void insertDefects(ApplicationId application, List<ApplicationDefect> defects) {
        defects.forEach(defect -> database.insertInto(APPLICATION_DEFECT)
                .set(APPLICATION_DEFECT.APPLICATION_ID, application.value())
                .set(APPLICATION_DEFECT.ITEM, defect.item())
                .set(APPLICATION_DEFECT.TEXT, defect.text())
                .execute());
    }

    public void answer(ApplicationId application, long defect, String answer) {
        database.update(APPLICATION_DEFECT)
                .set(APPLICATION_DEFECT.ANSWER, answer)
                .where(APPLICATION_DEFECT.APPLICATION_ID.eq(application.value()))
                .and(APPLICATION_DEFECT.ID.eq(defect))
                .execute();
    }

    public List<ApplicationDefect> defects(ApplicationId application) {
        return database.selectFrom(APPLICATION_DEFECT)
                .where(APPLICATION_DEFECT.APPLICATION_ID.eq(application.value()))
                .orderBy(APPLICATION_DEFECT.ID)
                .fetch(row -> new ApplicationDefect(row.getId(), row.getItem(), row.getText(), row.getAnswer()));
    }

    private SelectConditionStep<Record> applications(Condition condition) {
        return database.select(BENEFIT_APPLICATION.fields())
                .select(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN)
                .from(BENEFIT_APPLICATION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(BENEFIT_APPLICATION.ORG_ID))
                .where(condition);
    }

    private static ApplicationView application(Record row) {
        return new ApplicationView(
                new ApplicationId(row.get(BENEFIT_APPLICATION.ID)),
                row.get(BENEFIT_APPLICATION.NUMBER),
                new OrgId(row.get(BENEFIT_APPLICATION.ORG_ID)),
                row.get(ORGANISATION.NAME_ZH),
                row.get(ORGANISATION.NAME_EN),
                new OrgId(row.get(BENEFIT_APPLICATION.DEPARTMENT_ID)),
                new PolicyId(row.get(BENEFIT_APPLICATION.POLICY_ID)),
                row.get(BENEFIT_APPLICATION.VERSION),
                ApplicationState.valueOf(row.get(BENEFIT_APPLICATION.STATE)),
                instant(row.get(BENEFIT_APPLICATION.DUE_AT)),
                row.get(BENEFIT_APPLICATION.STATEMENT),
                row.get(BENEFIT_APPLICATION.CREATED_AT).toInstant(),
                instant(row.get(BENEFIT_APPLICATION.SHARED_AT)),
                instant(row.get(BENEFIT_APPLICATION.SUBMITTED_AT)),
                instant(row.get(BENEFIT_APPLICATION.DECIDED_AT)),
                ruling(row),
                row.get(BENEFIT_APPLICATION.CHANGES));
    }

    private static ApplicationView.Ruling ruling(Record row) {
        var first = row.get(BENEFIT_APPLICATION.FIRST_PERSON);
        return new ApplicationView.Ruling(
                amount(row.get(BENEFIT_APPLICATION.CEILING_FEN)),
                amount(row.get(BENEFIT_APPLICATION.AMOUNT_FEN)),
                row.get(BENEFIT_APPLICATION.CLAUSE),
                row.get(BENEFIT_APPLICATION.REASON),
                first == null
                        ? null
                        : new ApplicationView.First(new PersonId(first), row.get(BENEFIT_APPLICATION.FIRST_NAME)),
                row.get(BENEFIT_APPLICATION.VOUCHER_ID),
                row.get(BENEFIT_APPLICATION.FULFILLED_ON),
                amount(row.get(BENEFIT_APPLICATION.FULFILLED_FEN)));
    }

    private static List<String> names(Collection<ApplicationState> states) {
        return states.stream().map(ApplicationState::name).toList();
    }

    private static @Nullable Long fen(@Nullable Fen amount) {
        return amount == null ? null : amount.value();
    }

    private static @Nullable Fen amount(@Nullable Long fen) {
        return fen == null ? null : new Fen(fen);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
