// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// A category of needs (诉求分类) to choose, in both languages.
public record CategoryChoice(String code, String zh, String en) {}
