// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.engine.ledger.audit.AccountRow.Columns;
import io.atrium.engine.ledger.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Six transfers under three seals, and one that is too new; then somebody with a SQL console comes by.
class AuditTest {
    private static final UUID BANK = new UUID(1, 1);
    private static final UUID FIRM = new UUID(1, 2);

    private final List<TransferRow> transfers = new ArrayList<>(List.of(
            row(1, "POST", 1_000, null),
            row(2, "POST", 50, null),
            row(4, "HOLD", 300, null), // position 3 was rolled back
            row(5, "CAPTURE", 200, id(4)),
            row(6, "HOLD", 70, null),
            row(8, "RELEASE", 70, id(6)),
            row(9, "POST", 5, null)));
    private final List<Seal> seals = new ArrayList<>();
    private final List<AccountRow> accounts = new ArrayList<>();

    AuditTest() {
        seals.add(Seal.next(null, 3, transfers.subList(0, 2)));
        seals.add(Seal.next(seals.getLast(), 5, transfers.subList(2, 4)));
        seals.add(Seal.next(seals.getLast(), 8, transfers.subList(4, 6)));
        accounts.add(new AccountRow(BANK, "bank", "CNY_FEN", "NONE", 0, new Columns(0, 1_255, 0, 0)));
        accounts.add(new AccountRow(FIRM, "firm", "CNY_FEN", "DEBITS_WITHIN_CREDITS", 0, new Columns(0, 0, 0, 1_255)));
    }

    @Test
    void findsNothingInSoundBooks() {
        var report = audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.transfers()).isEqualTo(7);
        assertThat(report.sealed()).isEqualTo(6);
        assertThat(report.seals()).isEqualTo(3);
        assertThat(report.head()).isEqualTo(seals.getLast().hash());
        assertThat(report.trial()).singleElement().satisfies(line -> {
            assertThat(line.isBalanced()).isTrue();
            assertThat(line.debitsPosted()).isEqualTo(1_255);
        });
    }

    @Test
    void findsNothingInEmptyBooks() {
        transfers.clear();
        seals.clear();
        accounts.clear();
        assertThat(audit().isSound()).isTrue();
        assertThat(audit().head()).isEqualTo(Hash.NONE);
    }

    @Test
    void namesASealedTransferOfWhichAnyColumnWasChanged() {
        List<UnaryOperator<TransferRow>> changes = List.of(
                t -> with(t, UUID.randomUUID(), t.kind(), t.purpose()),
                t -> with(t, t.id(), t.kind(), "OTHER"),
                t -> row(t.position(), t.kind(), t.amount() + 1, t.hold()),
                t -> moment(t, 7, 2, null),
                t -> moment(t, 1, 7, null),
                t -> moment(t, 1, 2, 9L));
        for (var change : changes) {
            var kept = transfers.get(1);
            transfers.set(1, change.apply(kept));
            assertThat(audit().findings())
                    .filteredOn(finding -> finding.kind() == Kind.TRANSFER_CHANGED)
                    .singleElement()
                    .extracting(Finding::subject)
                    .asString()
                    .startsWith("transfer at position 2 ");
            transfers.set(1, kept);
        }
    }

    @Test
    void namesTheBalanceThatNoLongerFollows() {
        transfers.set(1, row(2, "POST", 51, null));
        assertThat(kinds())
                .containsExactlyInAnyOrder(Kind.TRANSFER_CHANGED, Kind.BALANCE_DIFFERS, Kind.BALANCE_DIFFERS);
    }

    @Test
    void namesATransferThatIsGone() {
        transfers.remove(1);
        assertThat(kinds()).contains(Kind.TRANSFER_MISSING).doesNotContain(Kind.SEAL_CHANGED);
    }

    @Test
    void namesATransferThatWasPutIntoAGap() {
        transfers.add(2, row(3, "POST", 5, null));
        assertThat(kinds()).contains(Kind.TRANSFER_INSERTED).doesNotContain(Kind.SEAL_CHANGED);
    }

    @Test
    void namesASealWhoseHashWasChangedAndNoOther() {
        seals.set(1, hashed(seals.get(1), new Hash("ab".repeat(32))));
        assertThat(audit().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.SEAL_CHANGED))
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("seal 2"));
    }

    @Test
    void namesTheSealAfterOneThatWasMadeAnew() {
        transfers.set(1, with(transfers.get(1), id(2), "POST", "OTHER"));
        seals.set(0, Seal.next(null, 3, transfers.subList(0, 2)));
        assertThat(audit().findings()).extracting(Finding::subject).containsExactly("seal 2");
    }

    @Test
    void namesASealOfWhichOnlyTheFingerprintsWereChanged() {
        var other = seals.get(2).fingerprints();
        var seal = seals.get(1);
        seals.set(
                1,
                new Seal(
                        seal.number(),
                        seal.afterPosition(),
                        seal.untilPosition(),
                        seal.transfers(),
                        other,
                        seal.hash()));
        assertThat(audit().findings()).extracting(Finding::subject).containsExactly("seal 2");
    }

    @Test
    void namesASealThatIsMissing() {
        seals.remove(1);
        assertThat(kinds()).contains(Kind.SEAL_MISSING);
    }

    @Test
    void namesAHashThatWasNotedAndIsNotThereAnyMore() {
        var noted = seals.getLast().hash();
        assertThat(audit(noted).isSound()).isTrue();
        transfers.set(1, with(transfers.get(1), id(2), "POST", "OTHER"));
        seals.set(0, Seal.next(null, 3, transfers.subList(0, 2)));
        seals.set(1, Seal.next(seals.get(0), 5, transfers.subList(2, 4)));
        seals.set(2, Seal.next(seals.get(1), 8, transfers.subList(4, 6)));
        assertThat(audit().isSound()).as("rewritten whole").isTrue();
        assertThat(audit(noted).findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Kind.HEAD_UNKNOWN);
    }

    @Test
    void namesAnAccountWhoseBalanceWasChanged() {
        accounts.set(0, new AccountRow(BANK, "bank", "CNY_FEN", "NONE", 0, new Columns(0, 1_254, 0, 0)));
        assertThat(audit().findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(Kind.BALANCE_DIFFERS, "bank"), tuple(Kind.TRIAL_BALANCE_OFF, "CNY_FEN"));
    }

    @Test
    void namesAnAccountThatIsGoneAndOneBeyondItsLimit() {
        accounts.set(
                0,
                new AccountRow(
                        BANK,
                        "bank",
                        "CNY_FEN",
                        "DEBITS_WITHIN_CREDITS",
                        1,
                        accounts.get(0).columns()));
        accounts.remove(1);
        assertThat(kinds()).contains(Kind.LIMIT_EXCEEDED, Kind.BALANCE_DIFFERS, Kind.TRIAL_BALANCE_OFF);
    }

    @Test
    void namesTransfersThatCannotBe() {
        transfers.add(row(10, "CAPTURE", 5, id(4))); // was captured before
        transfers.add(row(11, "GIFT", 5, null));
        transfers.add(row(12, "POST", -5, null));
        assertThat(kinds()).filteredOn(Kind.TRANSFER_IMPOSSIBLE::equals).hasSize(3);
    }

    @Test
    void readsFingerprintsBackAsTheyWereWritten() {
        var fingerprints = seals.getFirst().fingerprints();
        assertThat(Fingerprints.parse(fingerprints.bytes())).isEqualTo(fingerprints);
    }

    private List<Kind> kinds() {
        return audit().findings().stream().map(Finding::kind).toList();
    }

    private AuditReport audit(Hash... noted) {
        var audit = new Audit(seals.iterator(), Set.of(noted));
        transfers.forEach(audit::add);
        accounts.forEach(audit::add);
        return audit.report();
    }

    private static Seal hashed(Seal seal, Hash hash) {
        return new Seal(
                seal.number(), seal.afterPosition(), seal.untilPosition(), seal.transfers(), seal.fingerprints(), hash);
    }

    private static TransferRow row(long position, String kind, long amount, @Nullable UUID hold) {
        return new TransferRow(position, id(position), kind, BANK, FIRM, amount, hold, "TEST", "r", 1, 2, null);
    }

    private static TransferRow with(TransferRow row, UUID id, String kind, String purpose) {
        return new TransferRow(
                row.position(), id, kind, BANK, FIRM, row.amount(), row.hold(), purpose, "r", 1, 2, null);
    }

    private static TransferRow moment(TransferRow row, long event, long booked, @Nullable Long expires) {
        return new TransferRow(
                row.position(),
                row.id(),
                row.kind(),
                BANK,
                FIRM,
                row.amount(),
                row.hold(),
                "TEST",
                "r",
                event,
                booked,
                expires);
    }

    private static UUID id(long position) {
        return new UUID(2, position);
    }
}
