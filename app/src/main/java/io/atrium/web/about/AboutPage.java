// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.about;

import java.util.List;

/// A page of plain text: sections by message key, each `<key>.title` and `<key>.text`.
public record AboutPage(List<String> sectionKeys) {}
