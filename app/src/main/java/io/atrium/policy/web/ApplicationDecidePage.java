// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Reason;
import java.util.List;

/// A page that asks before an application is moved: what it rests on, the form, what will follow.
///
/// @param danger whether it cannot be taken back
public record ApplicationDecidePage(
        List<Fact> basis, List<Reason> reasons, Form form, List<String> consequences, String cancel, boolean danger) {}
