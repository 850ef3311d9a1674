// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.InventedFirm;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.demo.day.DayReport.Receipt;
import io.atrium.demo.day.FirstDay.Balance;
import io.atrium.demo.day.FirstDay.Step;
import io.atrium.demo.day.FirstDay.Told;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The course of one day, step by step, each by the public API in the name of the person who does it. Every change has
/// a
/// key made of the firm's number and the step, and the same content in every language, so a day that was cut off finds
/// what it had done.
final class DayCourse {

    private static final String POLICY = "demo-compute-voucher";
    private static final String OPERATOR = "operator";
    private static final String OFFICER = "officer.industry";
    private static final String AUDITOR = "auditor";
    private static final String OWNER_NAME = "周予宁";
    private static final String JOB_NAME = "清洗社区语料";
    private static final String GPU_MODEL = "H800-class";
    private static final int GPUS = 1024;
    private static final String TIME_LIMIT = "PT5M";

    private final HttpApi api;
    private final InventedFirm firm;
    private final String owner;
    private final String keyPrefix;
    private final DayPrinter printer;

    private String organisation = "";
    private String grantList = "";
    private String grant = "";
    private String voucher = "";
    private String job = "";
    private final DayAccounts accounts;

    DayCourse(HttpApi api, InventedFirm firm, int number, DayPrinter printer) {
        this.api = api;
        this.firm = firm;
        this.owner = "newcomer" + number;
        this.keyPrefix = "first-day-" + number + "-";
        this.printer = printer;
        this.accounts = new DayAccounts(api, printer);
    }

    List<Step> steps() {
        return List.of(
                new Step("move_in", this::moveIn),
                new Step("match", this::match),
                new Step("list", this::list),
                new Step("publicity", this::publicity),
                new Step("grant", this::accept),
                new Step("estimate", this::estimate),
                new Step("submit", this::submit),
                new Step("run", this::run),
                new Step("settle", this::settle),
                new Step("agree", this::agree));
    }

    List<Receipt> receipts() {
        return accounts.receipts();
    }

    Balance trialBalance() {
        return accounts.trialBalance(AUDITOR);
    }

    private Told moveIn() {
        var report = api.postCsv(
                OPERATOR,
                "/api/v1/registry-imports?file_name=" + owner + ".csv",
                key("import"),
                RegistryCsv.write(List.of(firm)));
        organisation = report.at("/rows/0/company").asString();
        var member =
                Map.of("login", owner, "name", OWNER_NAME, "password", api.password(), "roles", List.of("FIRM_OWNER"));
        api.post(OPERATOR, "/api/v1/organisations/" + organisation + "/members", key("owner"), member);
        api.post(OPERATOR, "/api/v1/companies/" + organisation + "/facts", key("reported"), reported());
        return told(
                "/companies/" + organisation,
                "入驻：“%s”的 %d 项登记事实一次导入，负责人以 %s 登录"
                        .formatted(firm.name(), report.path("facts_recorded").asInt(), owner),
                "Moved in: %d registered facts of %s imported at once; its owner signs in as %s"
                        .formatted(report.path("facts_recorded").asInt(), firm.nameEn(), owner));
    }

    /// What the firm told the operator at the door: its contracts, which no registry knows.
    private Map<String, Object> reported() {
        var facts = firm.reported().stream()
                .map(fact -> Map.of("key", fact.key(), "value", fact.value()))
                .toList();
        return Map.of("source", "self_report", "source_date", Community.REGISTRY_DATE.toString(), "facts", facts);
    }

    private Told match() {
        var items = Await.until(
                "the policies to be decided",
                () -> api.get(owner, "/api/v1/entitlements").path("items"),
                DayCourse::isDecided);
        long granting = count(items, "outcome", "ENTITLED") + count(items, "outcome", "CEILING");
        return told(
                "/entitlements",
                "匹配：%d 条政策全部比对完毕，%d 条可享受或可申请".formatted(items.size(), granting),
                "Matched: all %d policies decided, %d grant something or may".formatted(items.size(), granting));
    }

    private static boolean isDecided(JsonNode items) {
        return stream(items)
                .anyMatch(item -> item.path("policy").asString().equals(POLICY)
                        && item.path("outcome").asString().equals("ENTITLED"));
    }

    private Told list() {
        var proposed = api.post(OFFICER, "/api/v1/grant-lists", key("list"), Map.of("policy", POLICY));
        grantList = proposed.path("id").asString();
        api.post(OFFICER, "/api/v1/grant-lists/" + grantList + "/confirmation", key("confirm"), Map.of());
        return told(
                "/grant-lists/" + grantList,
                "名单：主管部门确认 %d 家，合计 %s 元，开始公示".formatted(proposed.path("firms").asInt(), amount(proposed.path("sum"))),
                "Listed: the department confirmed %d firms for ¥%s; publicity begins"
                        .formatted(proposed.path("firms").asInt(), amount(proposed.path("sum"))));
    }

    /// Business time is moved past the end of the publicity; then the firm is asked.
    private Told publicity() {
        var ends = Instant.parse(api.get(OFFICER, "/api/v1/grant-lists/" + grantList)
                .path("publicity_ends_at")
                .asString());
        var now = now();
        if (!now.toInstant().isAfter(ends)) {
            var lastDay = LocalDate.ofInstant(ends, BusinessClock.ZONE);
            int days = WorkingCalendar.china().workingDaysBetween(now.toLocalDate(), lastDay) + 1;
            api.post(OPERATOR, "/api/v1/business-clock/advances", key("clock"), Map.of("working_days", days));
        }
        Await.until("the publicity to end", this::grantState, state -> !state.equals("PUBLICITY"));
        grant = grantOnList().path("id").asString();
        var today = now().toLocalDate().toString();
        return told(
                "/grant-lists/" + grantList,
                "公示：业务时钟推进到 %s，期满无异议".formatted(today),
                "Published: the business clock moved on to %s; nobody objected".formatted(today));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(
                api.get(OPERATOR, "/api/v1/business-clock").path("now").asString());
    }

    private String grantState() {
        return grantOnList().path("state").asString();
    }

    private JsonNode grantOnList() {
        return stream(api.get(owner, "/api/v1/grants").path("items"))
                .filter(one -> one.path("list").asString().equals(grantList))
                .findFirst()
                .orElseThrow(() -> new StepFailed("the firm is not on list " + grantList));
    }

    private Told accept() {
        var moved = api.post(owner, "/api/v1/grants/" + grant + "/acceptance", key("accept"), Map.of());
        voucher = moved.path("voucher").asString();
        var amount = amount(grantOnList().path("amount"));
        accounts.granted(owner, voucher, POLICY);
        return told(
                "/vouchers/" + voucher,
                "发放：企业确认，算力券 %s 元到账，未曾申请".formatted(amount),
                "Granted: the firm accepted; a compute voucher of ¥%s arrived without an application"
                        .formatted(amount));
    }

    private Told estimate() {
        var estimate = api.post(owner, "/api/v1/job-estimates", key("estimate"), ask());
        return told(
                "/jobs/new",
                "预估：%d 卡，最多 %s 元 = 算力券 %s 元 + 自付 %s 元"
                        .formatted(
                                GPUS,
                                amount(estimate.path("list_price")),
                                amount(estimate.path("voucher_part")),
                                amount(estimate.path("own_part"))),
                "Estimated: %d GPUs, at most ¥%s = ¥%s by voucher + ¥%s own"
                        .formatted(
                                GPUS,
                                amount(estimate.path("list_price")),
                                amount(estimate.path("voucher_part")),
                                amount(estimate.path("own_part"))));
    }

    private Told submit() {
        var submitted = api.post(owner, "/api/v1/jobs", key("job"), ask());
        job = submitted.path("id").asString();
        return told(
                "/jobs/" + job,
                "提交：作业排队，按时限冻结 %s 元".formatted(amount(submitted.at("/held/list_price"))),
                "Submitted: the job is queued and ¥%s is held".formatted(amount(submitted.at("/held/list_price"))));
    }

    private Told run() {
        var ended = Await.until(
                "the job to end", this::jobNow, one -> !one.path("ended_at").isMissingNode());
        if (!ended.path("outcome").asString().equals("SUCCEEDED")) {
            throw new StepFailed("the job ended " + ended);
        }
        return told(
                "/jobs/" + job,
                "使用：语料清洗作业在受限进程中跑完，计量 %s 卡时（本机没有加速卡，占用为申报容量）"
                        .formatted(ended.at("/metered/gpu_hours").asString()),
                "Used: the corpus was cleaned in a confined process; %s GPU-hours metered (declared capacity: this machine has no GPU)"
                        .formatted(ended.at("/metered/gpu_hours").asString()));
    }

    private Told settle() {
        Await.until(
                "the bill", this::jobNow, one -> one.path("state").asString().equals("SETTLED"));
        var bill = stream(api.get(owner, "/api/v1/bills").path("items"))
                .filter(one -> one.path("job").asString().equals(job))
                .findFirst()
                .orElseThrow(() -> new StepFailed("no bill for job " + job));
        accounts.billed(bill);
        return told(
                "/bills/" + bill.path("id").asString(),
                "结算：目录价 %s 元 = 算力券 %s 元 + 自付 %s 元，其余冻结已释放"
                        .formatted(
                                amount(bill.path("list_price")),
                                amount(bill.path("voucher_part")),
                                amount(bill.path("own_part"))),
                "Settled: list price ¥%s = ¥%s by voucher + ¥%s own; the rest of the hold is released"
                        .formatted(
                                amount(bill.path("list_price")),
                                amount(bill.path("voucher_part")),
                                amount(bill.path("own_part"))));
    }

    private Told agree() {
        accounts.requireAgreement(AUDITOR);
        return told(
                "/ledger",
                "勾稽：账单、服务商应收、政策支出、企业余额逐分相符",
                "Agreed: bill, provider’s receivable, policy’s spending and firm’s balance agree to the fen");
    }

    private JsonNode jobNow() {
        return api.get(owner, "/api/v1/jobs/" + job);
    }

    private Map<String, Object> ask() {
        return Map.of(
                "name", JOB_NAME,
                "workload", "clean-corpus",
                "gpus", GPUS,
                "time_limit", TIME_LIMIT,
                "gpu_model", GPU_MODEL);
    }

    private Told told(String path, String chinese, String english) {
        return new Told(printer.say(chinese, english), api.link(path));
    }

    private String key(String step) {
        return keyPrefix + step;
    }

    private static String amount(JsonNode money) {
        return money.path("amount").asString();
    }

    private static long count(JsonNode items, String field, String value) {
        return stream(items)
                .filter(item -> item.path(field).asString().equals(value))
                .count();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
