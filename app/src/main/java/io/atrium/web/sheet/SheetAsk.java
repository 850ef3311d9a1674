// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.web.ListQuery;
import io.atrium.web.text.Text;

/// Which file is asked for, of which list, in which language.
public record SheetAsk(SheetFormat format, ListQuery query, Text t) {}
