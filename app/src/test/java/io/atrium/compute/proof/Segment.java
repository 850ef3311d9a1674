// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A stretch of use that a provider reports (用量片段): which firm, how many GPU-milliseconds, at which price. What it
/// causes in the books is computed from it alone, so that whoever hears of it again causes the same.
///
/// @param held it was placed with a hold and is captured; else it streams in through the meter door
/// @param price fen per GPU-hour when it was booked first
/// @param corrected the price as it was corrected later
record Segment(int number, int firm, int provider, long gpuMillis, long price, long corrected, boolean held) {
    static final int FIRMS = 5;
    static final int PROVIDERS = 3;
    private static final Instant EVENT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String PURPOSE = "JOB_USE";

    static AccountCode quota(int firm) {
        return AccountCode.of(Asset.GPU_MS, "firm", "proof-f" + firm, "quota");
    }

    static AccountCode own(int firm) {
        return AccountCode.of(Asset.CNY_FEN, "firm", "proof-f" + firm, "own");
    }

    static AccountCode delivered(int provider) {
        return AccountCode.of(Asset.GPU_MS, "provider", "proof-p" + provider, "delivered");
    }

    static AccountCode receivable(int provider) {
        return AccountCode.of(Asset.CNY_FEN, "provider", "proof-p" + provider, "receivable");
    }

    /// What it costs at the price of then.
    long fen() {
        return cost(price);
    }

    /// What it costs at the corrected price.
    long fenCorrected() {
        return cost(corrected);
    }

    private long cost(long pricePerHour) {
        return new GpuMillis(gpuMillis).at(new Fen(pricePerHour)).value();
    }

    /// Time and money are set aside, with a margin that is given back.
    List<Posting> placement() {
        return List.of(
                Posting.hold(id("hold-time"), quota(firm), delivered(provider), 2 * gpuMillis, PURPOSE, name(), EVENT),
                Posting.hold(id("hold-money"), own(firm), receivable(provider), 2 * fen(), PURPOSE, name(), EVENT));
    }

    private UUID id(String part) {
        return TransferIds.of("proof-segment-" + number, part);
    }

    List<Posting> use() {
        if (held) {
            return List.of(
                    Posting.capture(id("time"), id("hold-time"), gpuMillis, PURPOSE, name(), EVENT),
                    Posting.capture(id("money"), id("hold-money"), fen(), PURPOSE, name(), EVENT));
        }
        return List.of(
                Posting.move(id("time"), quota(firm), delivered(provider), gpuMillis, PURPOSE, name(), EVENT),
                Posting.move(id("money"), own(firm), receivable(provider), fen(), PURPOSE, name(), EVENT));
    }

    /// The old line is taken back and written anew at the corrected price: nothing that is booked is changed.
    List<Posting> correction() {
        return List.of(
                Posting.move(id("back"), receivable(provider), own(firm), fen(), "PRICE_CORRECTION", name(), EVENT),
                Posting.move(
                        id("anew"),
                        own(firm),
                        receivable(provider),
                        fenCorrected(),
                        "PRICE_CORRECTION",
                        name(),
                        EVENT));
    }

    /// How many transfers it leaves in the books, the correction apart.
    int transfers() {
        return held ? 4 : 2;
    }

    private String name() {
        return "segment-" + number;
    }

    String line() {
        return number + " " + firm + " " + provider + " " + gpuMillis + " " + price + " " + corrected + " " + held;
    }

    static Segment parse(String[] words, int from) {
        return new Segment(
                Integer.parseInt(words[from]),
                Integer.parseInt(words[from + 1]),
                Integer.parseInt(words[from + 2]),
                Long.parseLong(words[from + 3]),
                Long.parseLong(words[from + 4]),
                Long.parseLong(words[from + 5]),
                Boolean.parseBoolean(words[from + 6]));
    }
}
