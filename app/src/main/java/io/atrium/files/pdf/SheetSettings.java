// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of official sheets (prefix `atrium.sheets`).
///
/// @param address the address of this installation as the public knows it (`https://atrium.example`), printed on sheets
///     and in their QR code; when absent, that of the request which issues the sheet
@ConfigurationProperties("atrium.sheets")
public record SheetSettings(@Nullable String address) {}
