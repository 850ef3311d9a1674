// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Characters and their references.
final class XmlText {

    private static final Pattern REFERENCE = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#\\d{1,7}|lt|gt|amp|quot|apos);");
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);

    private XmlText() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String plain(String raw) {
        var cdata = CDATA.matcher(raw);
        return cdata.matches()
                ? cdata.group(1)
                : REFERENCE.matcher(raw).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
    }

    private static String character(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default ->
                Character.toString(
                        name.startsWith("#x")
                                ? Integer.parseInt(name.substring(2), 16)
                                : Integer.parseInt(name.substring(1)));
        };
    }
}
