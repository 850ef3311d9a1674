// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Optional;

/// Drops a document that is nearly the same as one that was kept before: reposts with a changed date or phone number.
///
/// kept: `… 三号楼的电梯周二检修 …`   dropped later: `… 三号楼的电梯周三检修 …`
///
/// Signatures (see {@link MinHash}) are cut into bands; only documents that share a whole band are compared, and the
/// comparison decides.
final class DropNearDuplicates implements CleaningStep {
    private final MinHash minHash = new MinHash();
    private final SignatureIndex kept = new SignatureIndex();

    @Override
    public Optional<Document> apply(Document document) {
        var signature = minHash.signature(document.text());
        return kept.addUnlessNear(signature) ? Optional.of(document) : Optional.empty();
    }
}
