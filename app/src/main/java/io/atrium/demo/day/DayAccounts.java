// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import io.atrium.demo.day.DayReport.Receipt;
import io.atrium.demo.day.FirstDay.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The accounts that a day touched (当日账目): what the bill says is looked up in the ledger, on both sides of every
/// transfer, and must agree to the fen and to the GPU-millisecond.
final class DayAccounts {

    /// Each side of a bill pays at least so much, so that the demo shows money that a person can see.
    private static final BigDecimal PART_MIN = BigDecimal.ONE;

    private final HttpApi api;
    private final DayPrinter printer;
    private final List<Receipt> receipts = new ArrayList<>();

    private JsonNode voucher;
    private JsonNode bill;
    private String policy = "";

    DayAccounts(HttpApi api, DayPrinter printer) {
        this.api = api;
        this.printer = printer;
        this.voucher = api.nothing();
        this.bill = api.nothing();
    }

    void granted(String owner, String id, String byPolicy) {
        voucher = api.get(owner, "/api/v1/vouchers/" + id);
        policy = byPolicy;
    }

    void billed(JsonNode issued) {
        bill = issued;
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    Balance trialBalance(String auditor) {
        var proof = api.get(auditor, "/api/v1/ledger/trial-balance");
        if (!proof.path("disagreeing").isEmpty()) {
            throw new StepFailed("the recount disagrees: " + proof.path("disagreeing"));
        }
        return new Balance(difference(proof, "CNY_FEN"), difference(proof, "GPU_MS"));
    }

    /// Throws at the first amount that does not agree with the bill.
    void requireAgreement(String auditor) {
        var list = money(bill, "list_price");
        var byVoucher = money(bill, "voucher_part");
        var own = money(bill, "own_part");
        require(list.compareTo(byVoucher.add(own)) == 0, "list price is not the sum of its parts", bill);
        require(byVoucher.compareTo(PART_MIN) >= 0 && own.compareTo(PART_MIN) >= 0, "a part is below ¥1", bill);
        note("目录价", "List price", list, "/bills/" + text(bill, "id"));

        var job = text(bill, "job");
        var issued = money(voucher, "amount");
        agree(
                auditor,
                "cny/policy/" + policy + "/budget",
                text(voucher, "grant"),
                issued.negate(),
                "政策预算支出",
                "Policy’s budget spent");
        agree(
                auditor,
                "cny/voucher/" + text(voucher, "id") + "/balance",
                job,
                byVoucher.negate(),
                "算力券抵扣",
                "Paid by voucher");
        agree(
                auditor,
                "cny/firm/" + text(bill, "firm") + "/own",
                job,
                own.negate(),
                "企业自付（先用后付）",
                "Firm’s own part (pay later)");
        agree(
                auditor,
                "cny/provider/" + text(bill, "provider") + "/receivable",
                job,
                list,
                "服务商应收",
                "Provider’s receivable");
        agreeGpuTime(
                auditor,
                "gpu/firm/" + text(bill, "firm") + "/quota",
                job,
                -bill.path("gpu_ms").asLong());
        agreeGpuTime(
                auditor,
                "gpu/provider/" + text(bill, "provider") + "/delivered",
                job,
                bill.path("gpu_ms").asLong());
    }

    private void agree(String auditor, String account, String reference, BigDecimal expected, String zh, String en) {
        var booked = entries(auditor, account, reference)
                .map(entry -> new BigDecimal(entry.at("/posted/money/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        require(booked.compareTo(expected) == 0, account + " booked " + booked + " for " + reference, expected);
        note(zh, en, booked, "/ledger/accounts/" + account);
    }

    private void agreeGpuTime(String auditor, String account, String reference, long expected) {
        long booked = entries(auditor, account, reference)
                .mapToLong(entry -> entry.at("/posted/gpu_ms").asLong())
                .sum();
        require(booked == expected, account + " booked " + booked + " GPU-ms for " + reference, expected);
        receipts.add(new Receipt(
                printer.say("卡时", "GPU time"),
                String.valueOf(booked),
                "GPU-ms",
                api.link("/ledger/accounts/" + account)));
    }

    private Stream<JsonNode> entries(String auditor, String account, String reference) {
        var entries = api.get(auditor, "/api/v1/ledger/accounts/" + account + "/entries?limit=200")
                .path("items");
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("reference").asString().equals(reference));
    }

    private void note(String zh, String en, BigDecimal amount, String path) {
        receipts.add(
                new Receipt(printer.say(zh, en), amount.toPlainString(), printer.say("元", "yuan"), api.link(path)));
    }

    private static long difference(JsonNode proof, String asset) {
        return StreamSupport.stream(proof.path("lines").spliterator(), false)
                .filter(line -> line.path("asset").asString().equals(asset))
                .mapToLong(line -> Long.parseLong(line.path("difference").asString()))
                .sum();
    }

    private static BigDecimal money(JsonNode holder, String field) {
        return new BigDecimal(holder.path(field).path("amount").asString());
    }

    private static String text(JsonNode holder, String field) {
        return holder.path(field).asString();
    }

    private static void require(boolean holds, String otherwise, Object seen) {
        if (!holds) {
            throw new StepFailed(otherwise + ": " + seen);
        }
    }
}
