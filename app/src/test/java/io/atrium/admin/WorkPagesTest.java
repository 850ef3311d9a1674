// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static io.atrium.jooq.Tables.EVENT_PUBLICATION;
import static io.atrium.jooq.Tables.SCHEDULED_TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import io.atrium.admin.store.WorkStore;
import io.atrium.identity.AuditFilter;
import io.atrium.identity.AuditTrail;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-5")
class WorkPagesTest {

    private static final String PAGE = "/background-work";

    @Autowired
    House house;

    @Autowired
    DSLContext database;

    @Autowired
    WorkStore store;

    @Autowired
    InstantSource clock;

    @Autowired
    AuditTrail trail;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    Messages messages;

    private Resident administrator;

    @BeforeEach
    void administrator() {
        administrator = house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR);
    }

    @Test
    void everyTaskIsToldInWords() {
        assertThat(tasks).allSatisfy(task -> {
            for (var lang : Lang.values()) {
                assertThat(messages.in(lang).has("admin.work.task." + task.getName()))
                        .as(task.getName())
                        .isTrue();
            }
        });
        var page = house.browser(administrator).get(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("封存审计日志", "下次运行", "立即运行");
        assertThat(house.browser(administrator).in("en").get(PAGE).text()).contains("Seal the audit trail", "Next run");
    }

    @Test
    void failedTaskShowsThePlainReasonAndRunsAgainAtOnce() {
        var failed = "notice-remove-old";
        store.taskFailed(failed, clock.instant(), new IllegalStateException("x", new RuntimeException("disk is full")));
        database.update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.CONSECUTIVE_FAILURES, 2)
                .set(
                        SCHEDULED_TASKS.EXECUTION_TIME,
                        clock.instant().plusSeconds(3_600).atOffset(ZoneOffset.UTC))
                .where(SCHEDULED_TASKS.TASK_NAME.eq(failed))
                .execute();
        var browser = house.browser(administrator);
        var page = browser.get(PAGE);
        assertThat(page.text()).contains("失败", "原因：RuntimeException: disk is full");
        var after = browser.submit(page, "form[action*=" + failed + "]", Map.of());
        assertThat(after.text()).contains("已安排立即执行");
        assertThat(trail.list(new Scope.All(), by("admin.task-retried"), 0, 1)
                        .getFirst()
                        .subject())
                .isEqualTo(failed);
    }

    @Test
    void eventThatDidNotArriveIsListedAndRetried() {
        var id = UUID.randomUUID();
        var listener = "io.atrium.test.Nobody.listen";
        database.insertInto(EVENT_PUBLICATION)
                .set(EVENT_PUBLICATION.ID, id)
                .set(EVENT_PUBLICATION.LISTENER_ID, listener + "(java.lang.String)")
                .set(EVENT_PUBLICATION.EVENT_TYPE, "java.lang.String")
                .set(EVENT_PUBLICATION.SERIALIZED_EVENT, "\"told\"")
                .set(
                        EVENT_PUBLICATION.PUBLICATION_DATE,
                        clock.instant().minusSeconds(600).atOffset(ZoneOffset.UTC))
                .set(EVENT_PUBLICATION.STATUS, "FAILED")
                .set(EVENT_PUBLICATION.COMPLETION_ATTEMPTS, 3)
                .execute();
        store.listenerFailed(listener, clock.instant(), new IllegalStateException("nobody at home"));
        try {
            var browser = house.browser(administrator);
            var page = browser.get(PAGE + "?size=100");
            assertThat(page.text()).contains("test.Nobody.listen", "IllegalStateException: nobody at home");
            browser.submit(page, "form[action*='" + id + "']", Map.of());
            assertThat(trail.list(new Scope.All(), by("admin.event-resubmitted"), 0, 1)
                            .getFirst()
                            .subject())
                    .isEqualTo(id.toString());
        } finally {
            database.deleteFrom(EVENT_PUBLICATION)
                    .where(EVENT_PUBLICATION.ID.eq(id))
                    .execute();
        }
    }

    @Test
    void othersAreRefused() {
        for (var other : List.of(house.firmOwner(), house.officer(), house.auditor())) {
            assertThat(house.browser(other).get(PAGE).status()).isEqualTo(403);
        }
    }

    private static AuditFilter by(String action) {
        return new AuditFilter("", "", action, "", null, null);
    }
}
