// SPDX-License-Identifier: Apache-2.0
/// Working days and deadlines of mainland China (工作日与办理期限).
///
/// The days are reviewed data (`calendar/china-working-days.yaml`), each year with the notice that it was copied from;
/// nothing here decides what is due, only when. Start at [WorkingCalendar] and [Deadline].
@NullMarked
package io.atrium.kernel.calendar;

import org.jspecify.annotations.NullMarked;
