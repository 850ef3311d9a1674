// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import java.util.Map;

/// What a module calls things that pages of other modules know by a word of code only (名称来源), such as the key of a fact
/// in the audit trail. Only what everybody may read: no names of people or firms.
public interface RecordNames {

    /// By id or key.
    Map<String, String> names(Lang lang);
}
