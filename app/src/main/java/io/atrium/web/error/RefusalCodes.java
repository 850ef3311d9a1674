// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.RefusalText;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Every refusal code that some module put into words.
@Component
class RefusalCodes {

    private static final String PREFIX = "problem.";
    private static final String SUFFIX = ".title";

    private final Set<String> names = new TreeSet<>();

    RefusalCodes(Messages messages) {
        messages.all(Lang.ZH).keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && key.endsWith(SUFFIX))
                .map(key -> key.substring(PREFIX.length(), key.length() - SUFFIX.length()))
                .forEach(names::add);
    }

    boolean has(String code) {
        return names.contains(code);
    }

    List<RefusalText> all(Text t) {
        return names.stream().map(t::refusal).toList();
    }
}
