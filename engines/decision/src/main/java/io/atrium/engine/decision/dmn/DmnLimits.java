// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import java.util.Set;

/// What a model may contain. Everything else is refused before the model is compiled, because KIE's loops cannot be
/// stopped once they run: what cannot be written cannot hang.
final class DmnLimits {

    static final String MODEL_FILE = "model.dmn";
    static final int NESTING_MAX = 12;
    static final int DECISIONS_MAX = 150;
    static final int INPUTS_MAX = 150;
    static final int RULES_MAX = 500;
    static final int TEXT_CHARS_MAX = 2_000;
    static final int BRACKETS_MAX = 20;

    /// Literal expressions and decision tables suffice for every clause seen so far. No functions (and so no
    /// `external` ones), no imports, no boxed loops.
    static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "description",
            "question",
            "inputData",
            "decision",
            "variable",
            "informationRequirement",
            "requiredInput",
            "requiredDecision",
            "literalExpression",
            "text",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotation",
            "annotationEntry");

    /// Loops and function definitions.
    static final Set<String> WORDS_REFUSED =
            Set.of("for", "some", "every", "satisfies", "return", "function", "external");

    /// Regular expressions may take for ever; `now` and `today` would make a decision depend on the day it is computed.
    static final Set<String> FUNCTIONS_REFUSED = Set.of("matches", "replace", "split", "now", "today", "sort");

    private DmnLimits() {}
}
