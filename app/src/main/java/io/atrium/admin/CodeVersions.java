// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.domain.CodeEdit;
import io.atrium.admin.domain.CodeList;
import io.atrium.web.Seen;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Versions of the code tables (代码表版本), by the name of the table.
@Component
public class CodeVersions extends Versions<CodeList, CodeEdit> {

    private final CodesInForce inForce;

    CodeVersions(CodesInForce inForce, VersionFlow flow) {
        super(Subject.Kind.CODES, CodeList.class, flow);
        this.inForce = inForce;
    }

    @Override
    protected Optional<CodeList> current(String name) {
        return inForce.table(name).map(inForce::current);
    }

    @Override
    protected Optional<CodeList> shipped(String name) {
        return inForce.table(name).map(table -> new CodeList(table.shipped()));
    }

    @Override
    protected Edited<CodeList> apply(Version<CodeList> draft, CodeEdit edit) {
        var table = inForce.table(draft.subject().name()).orElseThrow();
        return switch (edit.apply(draft.content(), table.shape())) {
            case CodeEdit.Outcome.Impossible(var problem, var code) ->
                new Edited.Impossible<>(new RefusalOf(problem.name(), Map.of("code", code)));
            case CodeEdit.Outcome.Changed(var changed) -> new Edited.Changed<>(changed);
        };
    }

    @Override
    public Seen contentOf(Version<CodeList> version) {
        return Seen.of(version.content().entries());
    }

    @Override
    protected void applySoon() {
        inForce.applySoon();
    }
}
