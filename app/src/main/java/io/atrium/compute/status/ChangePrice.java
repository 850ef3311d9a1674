// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// A provider asks another price per GPU-hour from a day on.
public record ChangePrice(RequestKey key, String pool, Fen pricePerGpuHour, LocalDate from) {}
