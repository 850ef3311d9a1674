// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import io.atrium.engine.ledger.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks along seals and transfers at once and recomputes every link. A fault is named once: the next seal is judged by
/// what the faulty one should have been as well as by what it says.
final class ChainCheck {
    private final Iterator<Seal> seals;
    private final Consumer<Finding> findings;
    private final List<TransferRow> underSeal = new ArrayList<>();
    private @Nullable Seal seal;
    private @Nullable Seal previous;
    private Hash previousRecomputed = Hash.NONE;
    private long sealedCount;
    private long sealCount;
    private final Set<Hash> wanted;

    /// @param wanted hashes that must be in the chain; those that were met are taken out
    ChainCheck(Iterator<Seal> seals, Set<Hash> wanted, Consumer<Finding> findings) {
        this.seals = seals;
        this.wanted = wanted;
        this.findings = findings;
        nextSeal();
    }

    void add(TransferRow transfer) {
        while (seal != null && transfer.position() > seal.untilPosition()) {
            closeSeal(seal);
        }
        if (seal != null) {
            underSeal.add(transfer);
        }
    }

    void finish() {
        while (seal != null) {
            closeSeal(seal);
        }
    }

    long sealedCount() {
        return sealedCount;
    }

    long sealCount() {
        return sealCount;
    }

    Hash head() {
        return previous == null ? Hash.NONE : previous.hash();
    }

    private void nextSeal() {
        seal = seals.hasNext() ? seals.next() : null;
        if (seal != null && !seal.follows(previous)) {
            findings.accept(new Finding(
                    Kind.SEAL_MISSING,
                    name(seal),
                    "stands on position %d, but the seal before it ends at %d"
                            .formatted(seal.afterPosition(), previous == null ? 0 : previous.untilPosition())));
        }
    }

    private void closeSeal(Seal closing) {
        check(closing);
        sealedCount += underSeal.size();
        sealCount++;
        underSeal.clear();
        previous = closing;
        nextSeal();
    }

    private void check(Seal closing) {
        wanted.remove(closing.hash());
        var digests = underSeal.stream().map(TransferRow::digest).toList();
        var found = Fingerprints.of(underSeal, digests);
        var recomputed = closing.hashOver(head(), digests);
        var stepped = recomputed.equals(closing.hash())
                || closing.hashOver(previousRecomputed, digests).equals(closing.hash());
        var different = closing.fingerprints().differences(found);
        if (!stepped && !different.isEmpty()) {
            name(different, closing.fingerprints(), found);
        } else if (!stepped) {
            findings.accept(new Finding(
                    Kind.SEAL_CHANGED,
                    name(closing),
                    "its hash is " + closing.hash() + ", its transfers and the seal before it give " + recomputed));
        } else if (!different.isEmpty()) {
            findings.accept(new Finding(
                    Kind.SEAL_CHANGED, name(closing), "its list of fingerprints is not that of its transfers"));
        }
        previousRecomputed = recomputed;
    }

    private void name(List<Long> different, Fingerprints sealed, Fingerprints found) {
        Map<Long, UUID> ids = new HashMap<>();
        underSeal.forEach(transfer -> ids.put(transfer.position(), transfer.id()));
        for (long position : different) {
            boolean wasSealed = sealed.byPosition().containsKey(position);
            boolean isThere = found.byPosition().containsKey(position);
            var kind = !isThere ? Kind.TRANSFER_MISSING : wasSealed ? Kind.TRANSFER_CHANGED : Kind.TRANSFER_INSERTED;
            var id = ids.containsKey(position) ? " (" + ids.get(position) + ")" : "";
            findings.accept(new Finding(
                    kind, "transfer at position " + position + id, "is not what seal " + sealNumber() + " closed"));
        }
    }

    private long sealNumber() {
        return seal == null ? 0 : seal.number();
    }

    private static String name(Seal seal) {
        return "seal " + seal.number();
    }
}
