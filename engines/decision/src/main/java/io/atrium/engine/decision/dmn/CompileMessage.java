// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.dmn;

import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.table.TableCheck;
import java.util.regex.Pattern;
import org.kie.dmn.api.core.DMNMessage;

/// Turns what KIE says while it compiles into a problem of the package, at the cell where that is known.
final class CompileMessage {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown variable '([^']*)'");

    private CompileMessage() {}

    static Problem problem(String xml, DMNMessage message) {
        var id = message.getSourceId();
        var text = message.getText();
        var unknown = UNKNOWN.matcher(text);
        var isUnknown = unknown.find();
        var code = isUnknown ? ProblemCode.FACT_UNKNOWN : ProblemCode.DMN_BROKEN;
        var mend = isUnknown ? "correct the name, or make it an input" : "correct the expression";
        var chinese = isUnknown ? "“" + unknown.group(1) + "”既不是输入，也不是决策" : null;
        return TableCheck.cell(xml, id == null ? "" : id, text)
                .map(cell -> new Problem(code, DmnModel.FILE, cell.english(), text, mend, cell, chinese))
                .orElseGet(
                        () -> new Problem(code, DmnModel.FILE, id == null ? "model" : id, text, mend, null, chinese));
    }
}
