// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.Instant;
import java.time.LocalDate;

/// Who verified a firm's identity (主体核验): the body that took in the registry's delivery, and of which day it speaks.
public record Verification(String byZh, String byEn, Instant at, LocalDate sourceDate) {}
