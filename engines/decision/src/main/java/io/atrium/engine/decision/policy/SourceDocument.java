// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import org.jspecify.annotations.Nullable;

/// The official document behind a policy: its name, its number where known, and how far it can be trusted.
public record SourceDocument(LocalText name, @Nullable String number, Mark mark) {}
