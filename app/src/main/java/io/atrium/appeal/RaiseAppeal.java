// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.AppealView.About;
import io.atrium.files.Attachment;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Raises a need (提出诉求), by the firm itself or, for it, by a steward or an import.
///
/// @param title may be empty: the first words of the need then stand in its place
public record RaiseAppeal(
        RequestKey key,
        OrgId firm,
        AppealChannel channel,
        String category,
        Urgency urgency,
        String title,
        String words,
        boolean isConfidential,
        String contact,
        String place,
        @Nullable About about,
        @Nullable String externalNumber,
        List<Attachment> files) {

    public static final int TITLE_LENGTH_MAX = 80;
    public static final int WORDS_LENGTH_MAX = 4_000;
    public static final int CONTACT_LENGTH_MAX = 200;
    public static final int PLACE_LENGTH_MAX = 100;
    public static final int FILES_MAX = 5;

    public RaiseAppeal {
        files = List.copyOf(files);
    }

    /// The same need with these files.
    public RaiseAppeal attaching(List<Attachment> attached) {
        return new RaiseAppeal(
                key,
                firm,
                channel,
                category,
                urgency,
                title,
                words,
                isConfidential,
                contact,
                place,
                about,
                externalNumber,
                attached);
    }
}
