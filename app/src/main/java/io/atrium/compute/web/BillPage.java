// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillView;
import io.atrium.web.component.Fact;
import java.util.List;

/// One bill: how its amount came about, and its parts.
public record BillPage(BillView bill, List<Fact> parties, List<Fact> amounts) {}
