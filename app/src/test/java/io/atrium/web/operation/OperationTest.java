// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.access.Actor;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.ListQuery;
import io.atrium.web.operation.StartOperation.Title;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@AtriumTest
class OperationTest {

    private static final int ROWS = Sheets.ROWS_AT_ONCE + 1;

    @Autowired
    private House house;

    @Autowired
    private Operations operations;

    @Autowired
    private OperationStore store;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Messages messages;

    private Resident person;
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final CountDownLatch isAtWork = new CountDownLatch(1);

    @BeforeEach
    void signIn() {
        person = house.firmOwner();
        var request = new MockHttpServletRequest();
        request.setAttribute(Actor.REQUEST_ATTRIBUTE, person.actor());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void letGo() {
        mayGoOn.countDown();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    @Tag("TAB-5")
    @Tag("LNG-1")
    @Tag("LNG-2")
    @Tag("LNG-4")
    void aLongExportBecomesAnOperationWithAPageAndASecondClickFindsIt() throws Exception {
        var path = location();
        assertThat(isAtWork.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(location()).isEqualTo(path + "?already");
        var browser = house.browser(person);
        var page = browser.get(path);
        assertThat(page.text()).contains("您可以离开本页", "进行中", "读取数据", "生成文件", "共 5,001 行");
        assertThat(page.document().select("atrium-live").attr("data-src")).isEqualTo(path + "/progress");
        assertThat(page.document().select("atrium-live").attr("data-stream")).isEqualTo(path + "/stream");
        assertThat(browser.get(path + "?already").text()).contains("没有重复开始");
        assertThat(house.browser(house.firmOwner()).get(path).status())
                .as("somebody else's is absent")
                .isEqualTo(404);
        mayGoOn.countDown();
        ended(id(path));
        assertThat(browser.get(path).text()).contains("已完成");
        var file = browser.get(
                browser.get(path).document().select("a[href$=/file]").attr("href"));
        assertThat(file.text()).contains("作业5000");
        assertThat(house.browser(house.firmOwner()).get(path + "/file").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("LNG-2")
    void aCancelledOperationStopsAtItsNextStepAndLeavesNothing() throws Exception {
        var path = location();
        assertThat(isAtWork.await(20, TimeUnit.SECONDS)).isTrue();
        var browser = house.browser(person);
        assertThat(browser.submit(browser.get(path), "form[action$=/cancellation]", Map.of())
                        .text())
                .contains("已请求取消");
        mayGoOn.countDown();
        assertThat(ended(id(path)).state()).isEqualTo(OperationState.CANCELLED);
        assertThat(operations.file(person.actor(), id(path))).isEmpty();
    }

    @Test
    @Tag("LNG-3")
    void theEndReachesTheInboxAndItsLinkStays() throws Exception {
        mayGoOn.countDown();
        var path = location();
        ended(id(path));
        var browser = house.browser(person);
        for (int look = 0; look < 100 && !browser.get("/inbox").text().contains("长时间操作已完成"); look++) {
            Thread.onSpinWait(); // the message comes with an event of its own
        }
        assertThat(browser.get("/inbox").text()).contains("长时间操作已完成");
        assertThat(browser.get(path).status()).isEqualTo(200);
    }

    @Test
    @Tag("LNG-5")
    void progressNeverGoesBackwardsAndAnUnknownLengthHasNoBar() {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        var id = "op_" + person.login();
        store.insert(
                id,
                new StartOperation(
                        person.actor(), id, new Title("web.operation.export", "x"), List.of("a", "b"), false),
                now);
        store.advance(id, 0, 50, 100L, now);
        store.advance(id, 0, 30, 100L, now);
        assertThat(view(id, now).done()).isEqualTo(50);
        store.advance(id, 1, 0, null, now);
        store.advance(id, 0, 99, 100L, now);
        assertThat(view(id, now).stage()).isOne();
        assertThat(view(id, now).done()).isZero();
        assertThat(view(id, now).total()).isNull();
        assertThat(view(id, now.plus(Duration.ofMinutes(2))).state()).isEqualTo(OperationState.LOST);
        store.end(id, OperationState.DONE, null, null, now);
    }

    @Test
    @Tag("LNG-2")
    void theEstimateIsARangeOnceThePaceIsKnown() {
        var start = Instant.parse("2026-11-23T10:00:00Z");
        var id = "op_e" + person.login();
        store.insert(
                id,
                new StartOperation(person.actor(), id, new Title("web.operation.export", "x"), List.of("a"), false),
                start);
        store.advance(id, 0, 10, 100L, start.plusSeconds(1));
        assertThat(view(id, start.plusSeconds(1)).estimate()).isEmpty();
        store.advance(id, 0, 50, 100L, start.plusSeconds(10));
        assertThat(view(id, start.plusSeconds(10)).estimate())
                .hasValue(new OperationView.Estimate(Duration.ofSeconds(5), Duration.ofSeconds(20)));
        store.end(id, OperationState.DONE, null, null, start);
    }

    @Test
    void aFailureIsToldWithoutItsException() throws Exception {
        var begun = operations.start(
                new StartOperation(
                        person.actor(), "fails", new Title("web.operation.export", "x"), List.of("a"), false),
                _ -> {
                    throw new IllegalStateException("a secret of the engine room");
                });
        ended(begun.id());
        assertThat(house.browser(person).get("/operations/" + begun.id()).text())
                .contains("操作没有完成")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void strangersGetNoOperation() {
        RequestContextHolder.resetRequestAttributes();
        assertThatThrownBy(this::location).hasMessageContaining("EXPORT_TOO_LARGE");
    }

    private OperationView view(String id, Instant at) {
        return store.find(person.actor().person().value(), id, at).orElseThrow();
    }

    private OperationView ended(OperationId id) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < end; ) {
            var found = operations.find(person.actor(), id).orElseThrow();
            if (found.state().isOver()) {
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("still under way: " + id);
    }

    private static OperationId id(String path) {
        return new OperationId(path.substring(path.lastIndexOf('/') + 1));
    }

    private String location() {
        var rows = SheetRows.paged(ROWS, (page, size) -> {
            waitAtSecondPage(page);
            return IntStream.range((page - 1) * size, Math.min(ROWS, page * size))
                    .mapToObj(number -> "作业" + number)
                    .toList();
        });
        var query = new ListQuery("/jobs/export", new TreeMap<>(), "", 1, 20);
        var answer = sheets.answer(
                Sheet.<String>named("web.gallery.jobs").text("web.gallery.job", name -> name),
                rows,
                new SheetAsk(SheetFormat.CSV, query, messages.in(Lang.ZH)));
        assertThat(answer.getStatusCode().value()).isEqualTo(303);
        return Objects.requireNonNull(answer.getHeaders().getLocation()).toString();
    }

    private void waitAtSecondPage(int page) {
        if (page != 2) {
            return;
        }
        isAtWork.countDown();
        try {
            mayGoOn.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
