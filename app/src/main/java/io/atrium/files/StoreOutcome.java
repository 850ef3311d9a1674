// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import io.atrium.kernel.Refusal;

/// What became of [StoreFile].
public sealed interface StoreOutcome {

    record Stored(FileView file) implements StoreOutcome {}

    record Refused(Refusal refusal) implements StoreOutcome {}
}
