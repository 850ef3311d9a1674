// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;

/// What a need must look like before it is taken in (受理形式): lengths, and a title made of its first words.
final class Intake {

    private Intake() {}

    /// The same need, trimmed; refused with the first thing wrong.
    static RaiseAppeal checked(RaiseAppeal need) {
        var words = need.words().strip();
        var title = need.title().strip();
        refuseUnless(
                title.length() <= RaiseAppeal.TITLE_LENGTH_MAX,
                AppealRefusal.APPEAL_TITLE_LENGTH,
                RaiseAppeal.TITLE_LENGTH_MAX);
        refuseUnless(
                !words.isEmpty() && words.length() <= RaiseAppeal.WORDS_LENGTH_MAX,
                AppealRefusal.APPEAL_WORDS_LENGTH,
                RaiseAppeal.WORDS_LENGTH_MAX);
        refuseUnless(
                need.contact().strip().length() <= RaiseAppeal.CONTACT_LENGTH_MAX,
                AppealRefusal.APPEAL_CONTACT_LENGTH,
                RaiseAppeal.CONTACT_LENGTH_MAX);
        refuseUnless(
                need.place().strip().length() <= RaiseAppeal.PLACE_LENGTH_MAX,
                AppealRefusal.APPEAL_PLACE_LENGTH,
                RaiseAppeal.PLACE_LENGTH_MAX);
        return new RaiseAppeal(
                need.key(),
                need.firm(),
                need.channel(),
                need.category(),
                need.urgency(),
                title.isEmpty() ? FirstWords.of(words) : title,
                words,
                need.isConfidential(),
                need.contact().strip(),
                need.place().strip(),
                need.about(),
                need.externalNumber(),
                need.files());
    }

    private static void refuseUnless(boolean isFine, AppealRefusal refusal, int limit) {
        if (!isFine) {
            throw new RefusedException(Refusal.of(refusal, "limit", limit));
        }
    }
}
