// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.account;

import io.atrium.compute.Metering;
import io.atrium.compute.account.JobAccounts.Parties;
import io.atrium.compute.account.JobAccounts.Split;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a simulated job does to the book of the simulation (模拟账): holds, captures, releases, as a job does to money, in
/// assets of its own. The ledger refuses a transfer between two assets, so nothing of it can reach a real account.
///
/// Its accounts have no owner: they are read by those who read the whole ledger.
@Component
public class SimulatedAccounts {

    public static final String PURPOSE = "SIMULATED_JOB";

    private final Ledger ledger;
    private final BusinessClock clock;

    SimulatedAccounts(Ledger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Split hold(Parties parties, Metering atLimit) {
        var accounts = List.of(
                own(parties.firm()),
                receivable(parties.provider()),
                used(parties.firm()),
                delivered(parties.provider()));
        accounts.forEach(account -> ledger.open(OpenAccount.free(account, null)));
        ledger.postSurely(List.of(
                hold(
                        id(parties, "own-hold"),
                        new Way(own(parties.firm()), receivable(parties.provider())),
                        atLimit.listPrice().value(),
                        parties),
                hold(
                        id(parties, "gpu-time-hold"),
                        new Way(used(parties.firm()), delivered(parties.provider())),
                        atLimit.gpuTime().value(),
                        parties)));
        return new Split(null, Fen.ZERO, atLimit.listPrice());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Split settle(Parties parties, Metering metered) {
        ledger.postSurely(List.of(
                end(parties, "own", metered.listPrice().value()),
                end(parties, "gpu-time", metered.gpuTime().value())));
        return new Split(null, Fen.ZERO, metered.listPrice());
    }

    private record Way(AccountCode from, AccountCode to) {}

    private Posting hold(UUID id, Way way, long amount, Parties parties) {
        return Posting.hold(
                id, way.from(), way.to(), amount, PURPOSE, parties.job().value(), clock.instant());
    }

    private Posting end(Parties parties, String part, long amount) {
        var hold = id(parties, part + "-hold");
        var job = parties.job().value();
        return amount > 0
                ? Posting.capture(id(parties, part + "-capture"), hold, amount, PURPOSE, job, clock.instant())
                : Posting.release(id(parties, part + "-release"), hold, PURPOSE, job, clock.instant());
    }

    private static UUID id(Parties parties, String part) {
        return TransferIds.of(parties.job().value(), "simulated-" + part);
    }

    public static AccountCode own(OrgId firm) {
        return AccountCode.of(Asset.SIM_CNY_FEN, "firm", firm.value(), "own");
    }

    public static AccountCode receivable(OrgId provider) {
        return AccountCode.of(Asset.SIM_CNY_FEN, "provider", provider.value(), "receivable");
    }

    private static AccountCode used(OrgId firm) {
        return AccountCode.of(Asset.SIM_GPU_MS, "firm", firm.value(), "quota");
    }

    private static AccountCode delivered(OrgId provider) {
        return AccountCode.of(Asset.SIM_GPU_MS, "provider", provider.value(), "delivered");
    }
}
