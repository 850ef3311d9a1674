// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import io.atrium.engine.decision.fact.FactType;
import java.util.Map;
import java.util.Optional;

/// Exchanges a model with a graphical editor that speaks DMN 1.3 and draws diagrams (dmn-js).
///
/// Packages are written in DMN 1.5 and hold no diagram: where a box stands says nothing about a policy, and would be
/// noise in every difference. So the editor gets the same model under the older name with a diagram that is laid out
/// anew, and what it gives back is merged into the text that was there: ids that it invented, its order of attributes
/// and its diagram are dropped; comments, white space and everything that was not changed stay.
public final class EditorModel {

    static final String OWN = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    static final String EDITOR = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private EditorModel() {}

    /// Empty when the text is no XML.
    public static Optional<String> forEditor(String model) {
        return XmlFile.read(model).map(file -> {
            rename(file.root(), OWN, EDITOR);
            Diagram.add(file.root());
            return file.write();
        });
    }

    /// What the editor gave back, merged into the model that it was given; empty when it is no XML.
    ///
    /// @param known the types of facts, for inputs that were drawn and named only
    public static Optional<String> fromEditor(String model, String edited, Map<String, FactType> known) {
        return XmlFile.read(edited).map(file -> {
            rename(file.root(), EDITOR, OWN);
            Tidy.clean(file.root(), known);
            var former = XmlFile.read(model);
            if (former.isEmpty()) {
                return file.write();
            }
            Merge.into(former.get().root(), file.root());
            return former.get().write();
        });
    }

    /// The name of the standard, under whatever prefix.
    private static void rename(XmlElement root, String from, String to) {
        Map.copyOf(root.attributes()).forEach((key, value) -> {
            if (key.startsWith("xmlns") && value.equals(from)) {
                root.set(key, to);
            }
        });
    }
}
