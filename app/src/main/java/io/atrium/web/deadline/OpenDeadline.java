// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.deadline;

import io.atrium.kernel.calendar.Deadline;
import java.time.Instant;

/// A deadline that runs (未到期的期限): since when, how long, and when it is due by the calendar of the day it began.
///
/// @param id of the record that has it
/// @param text what is due, in the reader's language
public record OpenDeadline(String id, String text, String href, Instant startedAt, Deadline limit, Instant dueAt) {}
