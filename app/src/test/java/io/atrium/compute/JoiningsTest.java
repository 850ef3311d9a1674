// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.Browser.Page;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A provider applies to join by itself, page by page; the operator answers; pools exist from then on, and not before.
@AtriumTest
class JoiningsTest {

    private static final String NEW = "/provider-joinings/new";
    private static final String API = "/api/v1/provider-joinings";

    @Autowired
    House house;

    @Autowired
    Yard yard;

    @Autowired
    Pools pools;

    @Autowired
    BusinessClock clock;

    private Resident provider;
    private String pool;

    @BeforeEach
    void register() {
        provider = house.provider();
        pool = "join-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Map<String, String> contact() {
        return Map.of("name", "联系人", "phone", "+86 21 5550 0100", "email", "ops@example.com", "about", "运营两个机房");
    }

    private static Map<String, String> pool(String id) {
        var pool = new HashMap<>(Map.of(
                "id", id,
                "gpu_model", "H800",
                "gpu_memory_gib", "80",
                "domestic", "no",
                "nodes", "1,200",
                "gpus_per_node", "8",
                "cpus_per_node", "128",
                "memory_gib", "2048",
                "region", "上海临港一号机房",
                "link_gbit", "400"));
        return pool;
    }

    private Map<String, String> price(LocalDate from) {
        return Map.of("price", "13.50", "from", from.toString());
    }

    private static Map<String, String> terms() {
        return Map.of(
                "service_hours", "每天 24 小时",
                "incident_contact", "值班室 +86 21 5550 0199",
                "settlement_account", "测试户名，测试银行，0000");
    }

    private static Page step(Browser browser, Page page, String path, Map<String, String> answers) {
        assertThat(page.path()).as(page.text()).isEqualTo(path);
        return browser.submit(page, "form[action='" + path + "']", answers);
    }

    /// Through all steps to the check.
    private Page checked(Browser browser, String id, LocalDate from) {
        var contact = browser.get(NEW + "/contact");
        var first = step(browser, contact, NEW + "/contact", contact());
        var list = step(browser, first, NEW + "/pools/1", pool(id));
        assertThat(list.text()).contains(id, "9,600");
        var prices = step(browser, browser.get(NEW + "/prices/1"), NEW + "/prices/1", price(from));
        return step(browser, prices, NEW + "/terms", terms());
    }

    private Map<String, Object> body(String id) {
        Map<String, Object> pool = new HashMap<>(Map.of(
                "id", id,
                "gpu_model", "H800",
                "gpu_memory_gib", 80,
                "domestic", false,
                "nodes", 3,
                "gpus_per_node", 8,
                "cpus_per_node", 130,
                "memory_gib", 2_048,
                "region", "Shanghai",
                "link_gbit", 400));
        pool.put("price", "13.50");
        pool.put("from", clock.today().toString());
        return Map.of("contact", contact(), "pools", List.of(pool), "terms", terms());
    }

    private String submitted(Resident by, String id) {
        var answer = house.api(by).post(API, body(id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    @Test
    void aProviderAppliesPageByPageAndItsPoolsExistOnceTheOperatorAccepts() {
        var browser = house.browser(provider);
        assertThat(browser.get("/").text()).contains("贵机构还没有资源池，可以申请入驻");
        assertThat(browser.get(NEW).text()).contains("机构与联系人", "首个价格", "5 个工作日", "开始填写");
        var check = checked(browser, pool, clock.today());
        assertThat(check.path()).isEqualTo(NEW + "/check");
        assertThat(check.text())
                .contains("第 5 步，共 5 步", "联系人", pool, "1,200 个节点 × 8 卡 = 9,600 卡", "13.50", "测试户名", "400 Gbit/s");
        assertThat(house.visitor().get("/prices").text()).doesNotContain(pool);
        var record = browser.submit(check, "form[action='/provider-joinings']", Map.of());
        assertThat(record.text()).contains("受理编号", "RZ-20", "待答复", "社区运营方", "答复期限", "还剩");
        assertThat(pools.find(pool)).isEmpty();
        assertThat(browser.get(NEW).text()).contains("还没有答复");
        assertThat(browser.get(NEW + "/contact").status()).isEqualTo(409);

        var operator = house.browser(house.operator());
        assertThat(operator.get("/to-dos").text()).contains("申请入驻（RZ-");
        var seen = operator.get(record.path());
        assertThat(seen.text()).contains("测试户名", pool, "值班室");
        var accepted = operator.submit(seen, "form[action$=decision]", Map.of("decision", "ACCEPT"));
        assertThat(accepted.text()).contains("已入驻", "资源池和价格已经公开");
        assertThat(pools.find(pool).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(9_600));
        assertThat(house.visitor().get("/prices").text()).contains(pool, "13.50");
        assertThat(house.visitor().get("/status").text()).contains(pool);
        var told = house.api(provider).get("/api/v1/inbox?kind=joining").body().at("/items/0");
        assertThat(told.at("/text").asString()).contains("已通过");
        assertThat(told.at("/href").asString()).isEqualTo(record.path());
        assertThat(browser.get(NEW).text()).contains("不必再申请入驻");
    }

    @Test
    void theSameInEnglishWithTwoPoolsOneTakenOutAndTheDraftKeptBetweenSteps() {
        var browser = house.browser(provider).in("en");
        step(browser, browser.get(NEW + "/contact"), NEW + "/contact", contact());
        step(browser, browser.get(NEW + "/pools/1"), NEW + "/pools/1", pool(pool + "-a"));
        var two = step(browser, browser.get(NEW + "/pools/2"), NEW + "/pools/2", pool(pool + "-b"));
        assertThat(two.text()).contains("Step 2 of 5", pool + "-a", pool + "-b");
        var one = browser.submit(two, "form[action='" + NEW + "/pools/1/removal']", Map.of());
        assertThat(one.text()).contains(pool + "-b").doesNotContain(pool + "-a");

        var later = house.browser(provider).in("en");
        assertThat(later.get("/").text()).contains("Application to join as a provider");
        var start = later.get(NEW);
        assertThat(start.text()).contains("Continue");
        var price = later.get(start.document().select("main a.atrium-button").attr("href"));
        assertThat(price.text()).contains("First price of pool " + pool + "-b");
        var terms = step(later, price, NEW + "/prices/1", price(clock.today().plusDays(20)));
        var check = step(later, terms, NEW + "/terms", terms());
        assertThat(check.text()).contains("Step 5 of 5", "1,200 nodes × 8 GPUs = 9,600 GPUs", "Not domestic");
        var record = later.submit(check, "form[action='/provider-joinings']", Map.of());
        assertThat(record.text()).contains("Receipt number", "Community operator", "Answered by");
        assertThat(later.get("/").text()).doesNotContain("Application to join as a provider");

        var operator = house.browser(house.operator()).in("en");
        operator.submit(operator.get(record.path()), "form[action$=decision]", Map.of("decision", "ACCEPT"));
        var later20 = pools.find(pool + "-b").orElseThrow();
        assertThat(later20.priceSince().atZone(BusinessClock.ZONE).toLocalDate())
                .isEqualTo(clock.today().plusDays(20));
        assertThat(later20.capacity().gpusFree())
                .as("not before its price holds")
                .isEqualTo(GpuAmount.ZERO);
        assertThat(house.visitor()
                        .in("en")
                        .get("/status")
                        .document()
                        .select("tr:contains(" + pool + "-b)")
                        .text())
                .contains("opens later");
        var job = yard.submit(house.firmOwner(), Yard.command(registered(), 8, "true"));
        yard.step();
        assertThat(yard.job(job).state()).isEqualTo(JobState.QUEUED);
    }

    private RegisterPool registered() {
        return new RegisterPool(pool + "-b", provider.organisation(), "H800", 80, false, 1_200, 8, Yard.PRICE);
    }

    @Test
    void everyStepSaysWhatIsWrongWhereAndHowToMendIt() {
        var browser = house.browser(provider);
        var contact = step(browser, browser.get(NEW + "/contact"), NEW + "/contact", Map.of("phone", "none"));
        assertThat(contact.status()).isEqualTo(422);
        assertThat(contact.text()).contains("请填写联系人姓名，最多 60 个字", "请填写电话", "请填写完整的邮箱地址");
        assertThat(contact.document().select("input[name=phone]").val()).isEqualTo("none");
        var taken = yard.pool(1).id();
        var wrong = pool(taken);
        wrong.put("nodes", "many");
        wrong.put("domestic", "");
        var refused = step(browser, browser.get(NEW + "/pools/1"), NEW + "/pools/1", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("这个名称已有资源池使用", "1 至 5,000 的整数", "请选择一项");
        step(browser, browser.get(NEW + "/pools/1"), NEW + "/pools/1", pool(pool));
        var past = step(
                browser,
                browser.get(NEW + "/prices/1"),
                NEW + "/prices/1",
                Map.of("price", "0", "from", clock.today().minusDays(1).toString()));
        assertThat(past.text()).contains("大于 0、不超过", "请选择今天到 365 天之内的一天");
        var check = browser.get(NEW + "/check");
        assertThat(check.text()).contains("提交之前请先补正", "请填写联系人姓名", "请填写服务时间");
        assertThat(check.document().select("form[action='/provider-joinings']")).isEmpty();
        assertThat(browser.get(NEW + "/pools/7").status()).isEqualTo(404);
        assertThat(browser.get(NEW + "/prices/2").status()).isEqualTo(404);
    }

    @Test
    void aReturnedApplicationIsMendedOnceAndKeepsItsNumber() {
        var id = submitted(provider, pool);
        var operator = house.browser(house.operator());
        var path = "/provider-joinings/" + id;
        var nothing = operator.submit(operator.get(path), "form[action$=decision]", Map.of("decision", "RETURN"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("请写明理由");
        var returned = operator.submit(
                nothing, "form[action$=decision]", Map.of("decision", "RETURN", "mend_PRICES", "单价请核对"));
        assertThat(returned.text()).contains("退回补正", "单价请核对");
        assertThat(returned.document().select("form[action$=decision]")).isEmpty();

        var browser = house.browser(provider);
        assertThat(browser.get("/to-dos").text()).contains("退回补正");
        assertThat(browser.get(path).text()).contains("首个价格 单价请核对", "没有期限");
        var start = browser.get(NEW);
        var price = browser.get(start.document().select("main a.atrium-button").attr("href"));
        assertThat(price.path()).as("straight to what is to be mended").isEqualTo(NEW + "/prices/1");
        assertThat(price.text()).contains("请按运营方的说明补正", "单价请核对");
        assertThat(price.document().select("input[name=price]").val()).isEqualTo("13.50");
        browser.submit(
                price,
                "form[action$='/prices/1']",
                Map.of("price", "12.80", "from", clock.today().toString()));
        var again = browser.submit(browser.get(NEW + "/check"), "form[action='/provider-joinings']", Map.of());
        assertThat(again.path()).isEqualTo(path);
        assertThat(again.text()).contains("待答复", "12.80", "曾于");

        var second = operator.get(path);
        assertThat(second.document().select("input[value=RETURN]")).isEmpty();
        var twice = house.api(house.operator())
                .post(API + "/" + id + "/decision", Map.of("decision", "RETURN", "to_mend", Map.of("TERMS", "x")));
        assertThat(twice.body().path("code").asString()).isEqualTo("JOINING_RETURNED_ONCE");
        var declined =
                operator.submit(second, "form[action$=decision]", Map.of("decision", "DECLINE", "reason", "资料不实"));
        assertThat(declined.text()).contains("不予通过", "资料不实");
        assertThat(pools.find(pool)).isEmpty();
        assertThat(browser.get(path).text()).contains("资料不实");
        assertThat(submitted(provider, pool)).as("it may apply anew").isNotEqualTo(id);
    }

    @Test
    void handingInTwiceOrAcceptingTwiceChangesNothing() {
        var api = house.api(provider);
        var first = api.post(API, "join-" + pool, body(pool));
        var second = api.post(API, "join-" + pool, body(pool));
        var id = first.body().path("id").asString();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("id").asString()).isEqualTo(id);
        var other = api.post(API, body(pool));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().path("code").asString()).isEqualTo("JOINING_OPEN");

        var operator = house.api(house.operator());
        var decision = API + "/" + id + "/decision";
        var accepted = operator.post(decision, "accept-" + pool, Map.of("decision", "ACCEPT"));
        assertThat(accepted.body().path("state").asString()).isEqualTo("ACCEPTED");
        var replayed = operator.post(decision, "accept-" + pool, Map.of("decision", "ACCEPT"));
        assertThat(replayed.body().path("state").asString()).isEqualTo("ACCEPTED");
        var again = operator.post(decision, Map.of("decision", "ACCEPT"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asString()).isEqualTo("JOINING_NOT_NOW");
        assertThat(pools.find(pool).orElseThrow().capacity().nodes()).isEqualTo(3);
        assertThat(api.post(API, body(pool + "-x")).body().path("code").asString())
                .isEqualTo("JOINING_HAS_POOLS");
        assertThat(api.post(API + "/" + id + "/withdrawal", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void acceptanceIsAllOrNothing() {
        var mine = submitted(provider, pool);
        var theirs = submitted(house.provider(), pool);
        var operator = house.api(house.operator());
        operator.post(API + "/" + theirs + "/decision", Map.of("decision", "ACCEPT"));
        var refused = operator.post(API + "/" + mine + "/decision", Map.of("decision", "ACCEPT"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asString()).isEqualTo("POOL_NAME_TAKEN");
        assertThat(operator.get(API + "/" + mine).body().path("state").asString())
                .isEqualTo("SUBMITTED");
        assertThat(pools.find(pool).orElseThrow().provider()).isNotEqualTo(provider.organisation());
    }

    @Test
    void theApiRefusesWhatThePagesRefuse() {
        var api = house.api(provider);
        assertThat(code(api.post(API, with("contact", Map.of("name", "", "phone", "1", "email", "x", "about", "x")))))
                .isEqualTo("JOINING_CONTACT_WRONG");
        assertThat(code(api.post(API, with("pools", List.of())))).isEqualTo("JOINING_POOL_COUNT");
        assertThat(code(api.post(API, withPool("nodes", 0)))).isEqualTo("JOINING_POOL_WRONG");
        assertThat(code(api.post(API, withPool("price", "0.001")))).isEqualTo("JOINING_PRICE_WRONG");
        assertThat(code(api.post(API, withPool("id", yard.pool(1).id())))).isEqualTo("POOL_NAME_TAKEN");
        assertThat(code(api.post(
                        API,
                        with("terms", Map.of("service_hours", "", "incident_contact", "", "settlement_account", "")))))
                .isEqualTo("JOINING_TERMS_WRONG");
        assertThat(api.get(API).body().path("items")).isEmpty();
        assertThat(house.api(house.firmOwner()).post(API, body(pool)).status()).isEqualTo(403);
    }

    private static String code(Api.Answer answer) {
        return answer.body().path("code").asString();
    }

    private Map<String, Object> with(String part, Object value) {
        var body = new HashMap<>(body(pool));
        body.put(part, value);
        return body;
    }

    private Map<String, Object> withPool(String field, @Nullable Object value) {
        var body = body(pool);
        @SuppressWarnings("unchecked") // as body() made it
        var first = ((List<Map<String, Object>>) Objects.requireNonNull(body.get("pools"))).getFirst();
        first.put(field, value);
        return body;
    }

    @Test
    void aPoolMayBeSoldInSharesAndSaysWhatComesWithAGpu() {
        assertThat(code(house.api(provider).post(API, withPool("shares_per_gpu", 3))))
                .isEqualTo("JOINING_POOL_WRONG");
        assertThat(code(house.api(provider).post(API, withPool("shares_per_gpu", 8))))
                .as("8 GPUs make 64 shares")
                .isEqualTo("JOINING_POOL_WRONG");
        var answer = house.api(provider).post(API, withPool("shares_per_gpu", 7));
        var id = answer.body().path("id").asString();
        assertThat(house.api(provider).get(API + "/" + id).text()).contains("\"shares_per_gpu\":7");
        var operator = house.browser(house.operator());
        var record = operator.get("/provider-joinings/" + id);
        assertThat(record.text()).contains("出售方式 每卡分成 7 份");
        operator.submit(record, "form[action$=decision]", Map.of("decision", "ACCEPT"));
        assertThat(pools.find(pool).orElseThrow().shape())
                .isEqualTo(new Shape(new GpuShare(7), new PerGpu(130 / 8, 2_048 / 8), new Link(400)));
    }

    private static Page poolStep(Browser browser, String link) {
        var answers = pool("join-links");
        answers.put("link_gbit", link);
        return step(browser, browser.get(NEW + "/pools/1"), NEW + "/pools/1", answers);
    }

    private static void assertAtLink(Page page, String typed) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("互联带宽请填 0 至 6,400 的整数，或不填");
        assertThat(page.document().select("input[name=link_gbit]").val()).isEqualTo(typed);
    }

    @Test
    void theLinkIsANumberOrIsNotSaid() {
        var browser = house.browser(provider);
        step(browser, browser.get(NEW + "/contact"), NEW + "/contact", contact());
        assertAtLink(poolStep(browser, "快"), "快");
        assertAtLink(poolStep(browser, "6401"), "6401");
        assertThat(poolStep(browser, "").status()).isEqualTo(200);
        var prices = step(browser, browser.get(NEW + "/prices/1"), NEW + "/prices/1", price(clock.today()));
        assertThat(step(browser, prices, NEW + "/terms", terms()).text()).contains("节点间互联带宽 未说明");

        assertThat(code(house.api(provider).post(API, withPool("link_gbit", 6_401))))
                .isEqualTo("JOINING_POOL_WRONG");
        assertThat(code(house.api(provider).post(API, withPool("link_gbit", -1))))
                .isEqualTo("JOINING_POOL_WRONG");
        var answer = house.api(provider).post(API, withPool("link_gbit", null));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var operator = house.browser(house.operator());
        var path = "/provider-joinings/" + answer.body().path("id").asString();
        operator.submit(operator.get(path), "form[action$=decision]", Map.of("decision", "ACCEPT"));
        assertThat(pools.find(pool).orElseThrow().shape().link()).isEqualTo(Link.NOTHING);
    }

    @Test
    void anotherProviderSeesNothing() {
        var id = submitted(provider, pool);
        var path = "/provider-joinings/" + id;
        var stranger = house.provider();
        assertThat(house.browser(stranger).get(path).status()).isEqualTo(404);
        assertThat(house.browser(stranger).get("/provider-joinings").text()).doesNotContain("RZ-");
        assertThat(house.api(stranger).get(API + "/" + id).status()).isEqualTo(404);
        assertThat(house.api(stranger).get(API).body().path("items")).isEmpty();
        assertThat(house.api(stranger)
                        .post(API + "/" + id + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(house.api(stranger)
                        .post(API + "/" + id + "/decision", Map.of("decision", "ACCEPT"))
                        .status())
                .isEqualTo(403);
        assertThat(house.api(house.resident(OrgKind.FIRM, Role.FIRM_OWNER))
                        .get(API + "/" + id)
                        .status())
                .isEqualTo(403);
        var colleague = house.member(provider.organisation(), Role.PROVIDER_STAFF);
        var withdrawn = house.browser(colleague);
        assertThat(withdrawn
                        .submit(withdrawn.get(path), "form[action$=withdrawal]", Map.of())
                        .text())
                .contains("已撤回");
        assertThat(submitted(provider, pool)).isNotEqualTo(id);
    }
}
