// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Tag;
import java.util.List;

/// A visit that took place, with the appeals that came of it.
public record VisitPage(List<Fact> facts, List<String> said, List<Need> needs) {

    public record Need(String href, String number, String title, Tag state) {}
}
