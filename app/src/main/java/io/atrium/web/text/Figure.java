// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

/// A number and its unit, set apart so that a tile can draw them in two sizes.
public record Figure(String value, String unit) {}
