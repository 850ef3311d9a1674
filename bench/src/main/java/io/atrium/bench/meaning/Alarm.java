// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import java.time.LocalDate;
import java.util.List;

/// What a detector says: look at these cases, today.
record Alarm(LocalDate day, List<String> cases) {}
