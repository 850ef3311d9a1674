// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.LocalDate;

/// The public document that a year of the calendar was taken from.
public record CalendarSource(String issuer, String title, String number, LocalDate dated) {}
