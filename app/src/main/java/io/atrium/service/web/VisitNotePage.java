// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import java.util.List;

/// The note of a visit, kept on the device until it is sent.
///
/// @param needs the questions of each need
/// @param moreHref the same form with more needs, for browsers without scripts
public record VisitNotePage(Form form, List<List<Field>> needs, String moreHref, int needsMax) {}
