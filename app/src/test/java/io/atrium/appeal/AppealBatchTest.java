// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.jooq.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.Office.Cast;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Many needs in one request: one result each, in their order.
@AtriumTest
@Tag("API-14")
class AppealBatchTest {

    private static final String PATH = "/api/v1/appeal-batches";

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    DSLContext database;

    private Cast cast;
    private Api firm;

    @BeforeEach
    void someoneIsInCharge() {
        cast = office.cast("SPACE");
        firm = house.api(cast.firm());
    }

    private static Map<String, Object> need(String words) {
        return Map.of("category", "SPACE", "words", words);
    }

    private static Map<String, Object> batch(@Nullable Object... needs) {
        return Collections.singletonMap("appeals", Arrays.asList(needs));
    }

    private List<JsonNode> raised(Api api) {
        return api.get("/api/v1/appeals").body().get("items").valueStream().toList();
    }

    @Test
    void eachIsTakenInOrRefusedOnItsOwnAndTheLeadIsToldOfEach() {
        var answer = firm.post(
                PATH, batch(need("电梯停运。"), Map.of("category", "NONE", "words", "没有这一类"), need(" "), need("会议室漏水。")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var results = answer.body().get("results").valueStream().toList();
        assertThat(results).extracting(each -> each.get("status").asInt()).containsExactly(201, 422, 422, 201);
        assertThat(results.getFirst().get("appeal").get("title").asString()).isEqualTo("电梯停运");
        assertThat(results.getFirst().get("appeal").get("unit").asString())
                .isEqualTo(cast.officer().organisation().value());
        assertThat(results.get(1).get("problem").get("code").asString()).isEqualTo("APPEAL_CATEGORY_UNKNOWN");
        assertThat(results.get(2).get("problem").get("code").asString()).isEqualTo("APPEAL_WORDS_LENGTH");
        var kept = raised(firm);
        assertThat(number(results.get(3))).as("no number is lost to a refusal").isEqualTo(number(results.get(0)) + 1);
        assertThat(kept).extracting(each -> each.get("words").asString()).containsExactlyInAnyOrder("电梯停运。", "会议室漏水。");
        for (var each : kept) {
            var whole = firm.get("/api/v1/appeals/" + each.get("id").asString()).body();
            assertThat(whole.get("steps"))
                    .extracting(step -> step.get("move").asString())
                    .containsExactly("RAISE", "DISPATCH");
            assertThat(whole.get("limits"))
                    .extracting(limit -> limit.get("kind").asString())
                    .contains("SIGN", "FINISH");
            assertThat(told(each.get("id").asString())).isEqualTo(1);
        }
    }

    private static int number(JsonNode result) {
        var number = result.get("appeal").get("number").asString();
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private int told(String appeal) {
        return database.fetchCount(NOTICE, NOTICE.HREF.eq("/appeals/" + appeal));
    }

    @Test
    void theSameRequestAgainRaisesNothingAndAnotherUnderItsKeyIsRefused() {
        var key = "test-" + UUID.randomUUID();
        var first = firm.post(PATH, key, batch(need("第一次"), need("")));
        var again = firm.post(PATH, key, batch(need("第一次"), need("")));
        assertThat(again.body().get("results").get(0).get("appeal").get("id"))
                .isEqualTo(first.body().get("results").get(0).get("appeal").get("id"));
        assertThat(again.body().get("results").get(1).get("problem").get("code"))
                .isEqualTo(first.body().get("results").get(1).get("problem").get("code"));
        assertThat(raised(firm)).hasSize(1);
        assertThat(firm.post(PATH, key, batch(need("第二次"))).status()).isEqualTo(422);
        assertThat(raised(firm)).hasSize(1);
    }

    @Test
    void anOrderOfAnotherSystemIsTakenOnceEvenWithinOneRequest() {
        var number = "T-" + UUID.randomUUID();
        Map<String, Object> order = Map.of("category", "SPACE", "words", "转办工单", "external_number", number);
        var results = firm.post(PATH, batch(order, order)).body().get("results");
        assertThat(results.get(0).get("status").asInt()).isEqualTo(201);
        assertThat(results.get(1).get("problem").get("code").asString()).isEqualTo("APPEAL_NUMBER_TAKEN");
        assertThat(firm.post(PATH, batch(order))
                        .body()
                        .get("results")
                        .get(0)
                        .get("status")
                        .asInt())
                .isEqualTo(409);
    }

    @Test
    void aFirmRaisesForItselfOnlyAndAStewardForAll() {
        var other = house.firmOwner().organisation().value();
        Map<String, Object> forAnother = Map.of("firm", other, "category", "SPACE", "words", "替别家提出");
        assertThat(firm.post(PATH, batch(forAnother))
                        .body()
                        .get("results")
                        .get(0)
                        .get("problem")
                        .get("code")
                        .asString())
                .isEqualTo("APPEAL_FIRM_UNKNOWN");
        var bySteward = house.api(office.steward()).post(PATH, batch(forAnother));
        assertThat(bySteward
                        .body()
                        .get("results")
                        .get(0)
                        .get("appeal")
                        .get("firm")
                        .asString())
                .isEqualTo(other);
        assertThat(house.api(cast.officer()).post(PATH, batch(need("部门不能提出"))).status())
                .isEqualTo(403);
        assertThat(house.stranger().post(PATH, batch(need("未登录"))).status()).isEqualTo(401);
    }

    @Test
    void tooManyNoneAndHolesAreRefusedAsAWhole() {
        var many = IntStream.rangeClosed(0, RaiseAll.MAX)
                .mapToObj(number -> need("第 " + number + " 件"))
                .toArray();
        assertThat(firm.post(PATH, batch(many)).body().get("code").asString()).isEqualTo("APPEALS_TOO_MANY");
        assertThat(firm.post(PATH, batch()).body().get("code").asString()).isEqualTo("APPEALS_TOO_MANY");
        assertThat(firm.post(PATH, Map.of()).status()).isBetween(400, 422);
        assertThat(firm.post(PATH, batch(need("好的"), null)).status()).isBetween(400, 422);
        assertThat(raised(firm)).isEmpty();
    }
}
