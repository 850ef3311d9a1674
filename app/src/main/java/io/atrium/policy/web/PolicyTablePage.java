// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision as a plain form: every cell a text field.
///
/// @param form its address, hidden fields, errors, and both versions when it was overtaken
/// @param isOpen whether it can be changed
/// @param type what the decision yields
/// @param hit how rules are chosen; null for an expression
/// @param expression null for a table
/// @param earlier the rules before those shown; null when they are the first
/// @param later the rules after those shown; null when they are the last
/// @param elsewhere problems in other places, as a sentence
public record PolicyTablePage(
        Tag state,
        List<Tab> tabs,
        Form form,
        boolean isOpen,
        Choice type,
        Cell requires,
        @Nullable Choice hit,
        @Nullable Cell expression,
        List<Head> heads,
        List<Rule> rules,
        @Nullable String wholeError,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable String elsewhere,
        String draftHref) {

    /// @param name of the field
    /// @param label spoken, for there is no room to show it
    public record Cell(
            String name,
            String label,
            String value,
            @Nullable String error) {}

    public record Choice(String name, String value, List<Option> options) {

        /// Whether the file has something that the form does not offer.
        public boolean isUnusual() {
            return options.stream().noneMatch(option -> option.value().equals(value));
        }
    }

    /// @param text what the column reads; of an output only its name is shown
    public record Head(int number, boolean isInput, Cell text, Choice type, Cell values) {}

    public record Rule(
            int number,
            List<Cell> cells,
            int inputs,
            @Nullable String error) {

        public boolean isOutput(int at) {
            return at >= inputs;
        }
    }
}
