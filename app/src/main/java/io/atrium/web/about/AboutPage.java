// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.about;

import java.util.List;

/// A page of plain text: sections by message key, each `<key>.title` and `<key>.text`.
public record AboutPage(List<String> sectionKeys) {

    /// The last part of a section's key, so that links reach it: `/help#person`.
    public String anchor(String sectionKey) {
        return sectionKey.substring(sectionKey.lastIndexOf('.') + 1);
    }
}
