// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.propose.Proposal;
import io.atrium.engine.decision.read.ExamplesText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Proposed examples as YAML that fits behind those that a package has, and as fields for programs.
final class ProposalText {

    private ProposalText() {}

    static String of(Path root, Map<Path, List<Proposal>> proposed) {
        var parts = new ArrayList<String>();
        proposed.forEach((folder, proposals) -> parts.add(part(CheckText.name(root, folder), folder, proposals)));
        return String.join(System.lineSeparator(), parts);
    }

    private static String part(String name, Path folder, List<Proposal> proposals) {
        var head = "# " + name + ": " + proposals.size() + (proposals.size() == 1 ? " proposal" : " proposals");
        if (proposals.isEmpty()) {
            return head;
        }
        var examples = proposals.stream().map(ProposalText::named).toList();
        var text = PolicyCommand.text(folder);
        var entries = ExamplesText.of(text.examples(), PolicyCommand.types(folder), examples);
        return head + System.lineSeparator() + entries.stripTrailing();
    }

    /// In the language of the terminal.
    private static Example named(Proposal proposal) {
        return Locale.getDefault().getLanguage().equals("zh") ? proposal.exampleInChinese() : proposal.example();
    }

    static Map<String, Object> forPrograms(Path root, Map<Path, List<Proposal>> proposed) {
        var packages = new ArrayList<Map<String, Object>>();
        proposed.forEach((folder, proposals) -> packages.add(Map.of(
                "package",
                CheckText.name(root, folder),
                "proposals",
                proposals.stream().map(ProposalText::fields).toList())));
        return Map.of("packages", packages);
    }

    private static Map<String, Object> fields(Proposal proposal) {
        var example = proposal.example();
        var facts = new LinkedHashMap<String, Object>();
        example.facts()
                .keys()
                .forEach(key -> facts.put(
                        key, example.facts().find(key).orElseThrow().value().text()));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", proposal.kind().name());
        fields.put("what", proposal.what());
        fields.put("zh", proposal.whatChinese());
        fields.put("changed", proposal.changed());
        fields.put("as_of", example.asOf().toString());
        fields.put("facts", facts);
        fields.put("outcome", example.outcome());
        fields.put("conditions", example.conditions());
        example.amountYuan().ifPresent(amount -> fields.put("amount", amount));
        return fields;
    }
}
