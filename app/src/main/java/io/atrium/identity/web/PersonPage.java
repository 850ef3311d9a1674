// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;

/// One person with every seat they have, and the switch of their account.
public record PersonPage(
        List<Fact> facts,
        Table table,
        List<PeoplePage.Row> rows,
        Form form,
        List<String> consequences,
        boolean isDisabled,
        String back) {}
