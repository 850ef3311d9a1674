// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.FactCatalogue;
import io.atrium.web.text.Lang;
import io.atrium.web.text.RecordNames;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Facts and their groups by their labels.
@Component
class FactNames implements RecordNames {

    private final FactCatalogue catalogue;

    FactNames(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Map<String, String> names(Lang lang) {
        boolean isChinese = lang == Lang.ZH;
        var names = new HashMap<String, String>();
        catalogue.groups().forEach(group -> names.put(group.key(), isChinese ? group.zh() : group.en()));
        catalogue
                .definitions()
                .forEach(fact -> names.put(
                        fact.key(), isChinese ? fact.label().zh() : fact.label().en()));
        return names;
    }
}
