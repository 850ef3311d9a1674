// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// A text in both languages of the product.
public record LocalText(String zh, String en) {}
