// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.appeal.Office.Cast;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Needs that are raised at the same moment, one by one.
@AtriumTest
class IntakeDeskTest {

    private static final String BLOCKED = "select count(*) from pg_stat_activity where wait_event = 'transactionid'"
            + " and query like 'insert into \"request\"%' and datname = current_database()";

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    Appeals appeals;

    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transactions;

    private Cast cast;

    @BeforeEach
    void someoneIsInCharge() {
        cast = office.cast("SPACE");
    }

    private record Told(@Nullable AppealId appeal, @Nullable RefusalCode refusal) {}

    private record Call(Resident by, RaiseAppeal need) {

        static Call of(Resident firm, String category, String words) {
            return new Call(firm, Office.need(firm.organisation(), category, words, false));
        }

        Call saying(String category, String words) {
            var other = of(by, category, words).need();
            return new Call(
                    by,
                    new RaiseAppeal(
                            need.key(),
                            other.firm(),
                            other.channel(),
                            other.category(),
                            other.urgency(),
                            other.title(),
                            other.words(),
                            other.isConfidential(),
                            other.contact(),
                            other.place(),
                            other.about(),
                            other.externalNumber(),
                            other.files()));
        }
    }

    private Told raise(Call call) {
        try {
            return new Told(appeals.raise(call.by().actor(), call.need()), null);
        } catch (RefusedException refused) {
            return new Told(null, refused.refusal().code());
        }
    }

    /// What each is told. A transaction keeps the desk busy until all have come: it holds the key of the first.
    private List<Told> atOneMoment(List<Call> calls) throws Exception {
        var busy = Call.of(cast.firm(), "SPACE", "受理台正忙。");
        var tasks = Stream.concat(Stream.of(busy), calls.stream())
                .map(call -> new FutureTask<>(() -> raise(call)))
                .toList();
        transactions.executeWithoutResult(_ -> {
            raise(busy);
            Thread.ofPlatform().start(tasks.getFirst());
            await().atMost(30, SECONDS).until(() -> !Long.valueOf(0).equals(database.fetchValue(BLOCKED)));
            var callers = tasks.stream()
                    .skip(1)
                    .map(task -> Thread.ofPlatform().start(task))
                    .toList();
            await().atMost(30, SECONDS)
                    .until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        });
        var told = new ArrayList<Told>();
        for (var task : tasks) {
            told.add(task.get(30, SECONDS));
        }
        return told.subList(1, told.size());
    }

    private AppealView view(Told told) {
        assertThat(told.refusal()).isNull();
        return appeals
                .findAll(
                        cast.operator().actor(),
                        Stream.ofNullable(told.appeal()).toList())
                .values()
                .stream()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areTakenInTogetherEachForItsOwnFirmAndWithItsOwnAnswer() throws Exception {
        var firms = Stream.generate(house::firmOwner).limit(6).toList();
        var calls = firms.stream()
                .map(firm -> Call.of(firm, "SPACE", firm.organisation() + " 的会议室漏水。"))
                .toList();

        var views = atOneMoment(calls).stream().map(this::view).toList();

        assertThat(views)
                .extracting(AppealView::firm)
                .containsExactlyElementsOf(
                        firms.stream().map(Resident::organisation).toList());
        assertThat(views)
                .extracting(view -> view.need().words())
                .containsExactlyElementsOf(
                        calls.stream().map(call -> call.need().words()).toList());
        assertThat(views)
                .extracting(view -> view.raised().by())
                .containsExactlyElementsOf(
                        firms.stream().map(firm -> firm.actor().name()).toList());
        assertThat(views)
                .as("one transaction, one moment")
                .extracting(view -> view.raised().at())
                .containsOnly(views.getFirst().raised().at());
        for (int at = 0; at < firms.size(); at++) {
            var own = firms.get(at).actor();
            assertThat(appeals.list(own, AppealFilter.ANY, 0, 10))
                    .as("nobody sees another's")
                    .extracting(AppealView::id)
                    .containsExactly(views.get(at).id());
        }
    }

    @Test
    void oneThatIsRefusedHarmsNobodyAndIsMendedUnderItsKey() throws Exception {
        var bad = Call.of(house.firmOwner(), "NOTHING", "没有这一类。");
        var foreign = new Call(house.firmOwner(), bad.need());
        var told = atOneMoment(List.of(
                Call.of(house.firmOwner(), "SPACE", "电梯停运。"),
                bad,
                foreign,
                Call.of(house.firmOwner(), "SPACE", "会议室漏水。")));

        assertThat(told.get(1).refusal()).isEqualTo(AppealRefusal.APPEAL_CATEGORY_UNKNOWN);
        assertThat(told.get(2).refusal()).isEqualTo(AppealRefusal.APPEAL_FIRM_UNKNOWN);
        assertThat(view(told.getFirst()).need().words()).isEqualTo("电梯停运。");
        assertThat(view(told.getLast()).need().words()).isEqualTo("会议室漏水。");
        assertThat(raise(bad.saying("SPACE", "空调不制冷。")).appeal()).isNotNull();
    }

    @Test
    void oneKeyIsOneNeedHoweverOftenItIsSentAtOnce() throws Exception {
        var call = Call.of(house.firmOwner(), "SPACE", "电梯停运。");
        var refused = Call.of(house.firmOwner(), "NOTHING", "没有这一类。");

        var told = atOneMoment(List.of(call, call, refused, call, refused));
        var later = raise(call);

        assertThat(List.of(told.get(1), told.get(3), later)).containsOnly(told.getFirst());
        assertThat(List.of(told.get(2), told.get(4)))
                .containsOnly(new Told(null, AppealRefusal.APPEAL_CATEGORY_UNKNOWN));
        assertThat(appeals.count(call.by().actor(), AppealFilter.ANY)).isEqualTo(1);
        assertThat(raise(call.saying("SPACE", "另一件事。")).refusal()).isEqualTo(CommonRefusal.REQUEST_KEY_REUSED);
    }

    @Test
    void whoeverComesBehindAKeyThatIsHeldForLongDoesNotWaitForIt() throws Exception {
        var held = Call.of(cast.firm(), "SPACE", "受理台正忙。");
        var same = new FutureTask<>(() -> raise(held));
        var other = new FutureTask<>(() -> raise(Call.of(house.firmOwner(), "SPACE", "会议室漏水。")));
        transactions.executeWithoutResult(_ -> {
            raise(held);
            Thread.ofPlatform().start(same);
            await().atMost(30, SECONDS).until(() -> !Long.valueOf(0).equals(database.fetchValue(BLOCKED)));
            Thread.ofPlatform().start(other);
            await().atMost(60, SECONDS).until(other::isDone);
        });
        assertThat(view(other.get()).need().words()).isEqualTo("会议室漏水。");
        assertThat(view(same.get(30, SECONDS)).need().words()).isEqualTo("受理台正忙。");
        assertThat(appeals.count(cast.firm().actor(), AppealFilter.ANY)).isEqualTo(1);
    }

    @Test
    void theTrailSaysFromWhereEachWasAsked() {
        var firm = house.firmOwner();
        var answer = house.api(firm).post("/api/v1/appeals", Map.of("category", "SPACE", "words", "电梯停运。"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var id = answer.body().at("/appeal/id").asString();
        assertThat(database.select(AUDIT_ENTRY.ORIGIN)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.SUBJECT.eq(id))
                        .fetch(AUDIT_ENTRY.ORIGIN))
                .hasSize(2)
                .containsOnly("API 127.0.0.1");
    }
}
