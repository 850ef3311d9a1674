// SPDX-License-Identifier: Apache-2.0
/// Appeals at the size of a city: 100,000 open cases, 200 officers, 500 intakes a second. Start at
/// [io.atrium.bench.appeals.AppealsBench].
@NullMarked
package io.atrium.bench.appeals;

import org.jspecify.annotations.NullMarked;
