// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import io.atrium.kernel.Refusal;
import io.atrium.web.SavedView;

/// What came of keeping a view.
public sealed interface SaveOutcome {

    record Saved(SavedView view) implements SaveOutcome {}

    record Refused(Refusal refusal) implements SaveOutcome {}
}
