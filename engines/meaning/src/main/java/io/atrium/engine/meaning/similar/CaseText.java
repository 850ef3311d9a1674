// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import java.util.Set;

/// A case (案例) as the index knows it.
///
/// @param labels whatever searches filter by: who may see it, its unit, its category. Their spelling is the caller's,
///               such as `tenant:t-1` or `category:network`; an unlabelled case is found by {@link
/// LabelFilter#everything}
///               alone
public record CaseText(String id, String text, Set<String> labels) {
    /// Room for any id of Atrium.
    public static final int ID_CHARACTERS_MAX = 200;

    /// A case has a firm, a unit, a place, a category and a few marks.
    public static final int LABELS_MAX = 64;

    public static final int LABEL_CHARACTERS_MAX = 200;

    public CaseText {
        labels = Set.copyOf(labels);
        if (id.isBlank() || id.length() > ID_CHARACTERS_MAX) throw new IllegalArgumentException("id: " + id.length());
        if (labels.size() > LABELS_MAX) throw new IllegalArgumentException("labels: " + labels.size());
        labels.forEach(CaseText::checkLabel);
    }

    static void checkLabel(String label) {
        if (label.isBlank()
                || label.length() > LABEL_CHARACTERS_MAX
                || label.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("label: '" + label + "'");
        }
    }
}
