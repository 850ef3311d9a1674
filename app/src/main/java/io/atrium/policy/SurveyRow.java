// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.web.text.Lang;

/// The answer of one policy for one firm, beside those for others.
public record SurveyRow(Entitlement entitlement, String firmName, String firmNameEn) {

    public String firmName(Lang lang) {
        return lang == Lang.ZH ? firmName : firmNameEn;
    }
}
