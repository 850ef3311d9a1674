// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

/// A piece of XML as it was written.
sealed interface XmlNode permits XmlElement, XmlNode.Raw {

    void write(StringBuilder out);

    /// Text, white space, a comment: kept as it stands.
    record Raw(String text) implements XmlNode {

        boolean isBlank() {
            return text.isBlank();
        }

        @Override
        public void write(StringBuilder out) {
            out.append(text);
        }
    }
}
