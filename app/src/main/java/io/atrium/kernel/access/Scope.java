// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.access;

import io.atrium.kernel.OrgId;
import java.util.Arrays;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Whose rows a reader may see (可见范围). Every store's read takes one and puts [#condition] into its SQL, so that a
/// row which may not be seen and a row that does not exist are the same thing: one query, no result.
public sealed interface Scope {

    /// Every organisation's rows.
    record All() implements Scope {}

    /// The rows that belong to one organisation.
    record Own(OrgId organisation) implements Scope {}

    /// No rows.
    record None() implements Scope {}

    default boolean sees(OrgId... owners) {
        return switch (this) {
            case All _ -> true;
            case Own(var organisation) -> Arrays.asList(owners).contains(organisation);
            case None _ -> false;
        };
    }

    /// The SQL condition on the columns that name an owner of the row; one match is enough.
    @SafeVarargs
    static Condition condition(Scope scope, Field<String>... owners) {
        return switch (scope) {
            case All _ -> DSL.noCondition();
            case Own(var organisation) ->
                DSL.or(Arrays.stream(owners)
                        .map(owner -> owner.eq(organisation.value()))
                        .toList());
            case None _ -> DSL.falseCondition();
        };
    }
}
