// SPDX-License-Identifier: Apache-2.0

/// Lists as files (导出): every row that the filter lets through, as CSV or XLSX. A module describes its columns with
/// [io.atrium.web.sheet.Sheet] and answers with [io.atrium.web.sheet.Sheets]; it never writes a file of its own.
@NullMarked
package io.atrium.web.sheet;

import org.jspecify.annotations.NullMarked;
