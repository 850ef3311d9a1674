// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import java.math.BigDecimal;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;

/// How much of a text an expression reads (文本前缀). Codes and numbers of firms are all different, but rules read only
/// how they begin: then one answer serves all that begin alike.
final class Prefix {

    /// The expression may read all of it.
    static final int WHOLE = -1;

    private Prefix() {}

    /// The first so many `char`s, or [#WHOLE]. FEEL counts characters, of which one may take two `char`s.
    static int read(ASTNode tree, String name) {
        if (tree instanceof NameRefNode found) {
            return found.getText().equals(name) ? WHOLE : 0;
        }
        if (tree instanceof FunctionInvocationNode call && isBeginning(call, name)) {
            return ((NumberNode) call.getParams().getElements().get(2))
                            .getValue()
                            .intValueExact()
                    * 2;
        }
        int longest = 0;
        for (var child : tree.getChildrenNode()) {
            int read = child == null ? 0 : read(child, name);
            if (read == WHOLE) {
                return WHOLE;
            }
            longest = Math.max(longest, read);
        }
        return longest;
    }

    /// `substring(name, 1, n)`
    private static boolean isBeginning(FunctionInvocationNode call, String name) {
        var arguments = call.getParams().getElements();
        return call.getName().getText().equals("substring")
                && arguments.size() == 3
                && arguments.get(0) instanceof NameRefNode subject
                && subject.getText().equals(name)
                && arguments.get(1) instanceof NumberNode from
                && from.getValue().compareTo(BigDecimal.ONE) == 0
                && arguments.get(2) instanceof NumberNode length
                && isSmall(length.getValue());
    }

    /// At most 8 characters, so that the parts stay few; a whole number.
    private static boolean isSmall(BigDecimal length) {
        return length.signum() > 0
                && length.compareTo(BigDecimal.valueOf(8)) <= 0
                && length.stripTrailingZeros().scale() <= 0;
    }
}
