// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

/// What `/calendars/{year}` shows: the days that count now, and every version.
public record CalendarYearPage(CalendarDays days, VersionList versions) {}
