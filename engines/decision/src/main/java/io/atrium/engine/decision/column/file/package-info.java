// SPDX-License-Identifier: Apache-2.0

/// Files of firms: read into a snapshot ([io.atrium.engine.decision.column.file.CsvFirms]), and a snapshot as bytes
/// ([io.atrium.engine.decision.column.file.ColumnFile]).
@NullMarked
package io.atrium.engine.decision.column.file;

import org.jspecify.annotations.NullMarked;
