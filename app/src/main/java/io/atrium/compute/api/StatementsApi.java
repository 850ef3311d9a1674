// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.statement.LineKind;
import io.atrium.compute.statement.Statement;
import io.atrium.compute.statement.StatementLine;
import io.atrium.compute.statement.StatementSection;
import io.atrium.compute.statement.Statements;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.ledger.Standing;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Monthly statements of one's own organisation, the same lines as the page.
@RestController
@RequestMapping("/api/v1/statements")
@Tag(name = "statements")
class StatementsApi {

    private final Statements statements;

    StatementsApi(Statements statements) {
        this.statements = statements;
    }

    record Months(List<String> items) {}

    record Month(String month, boolean running, List<Section> sections) {}

    record Section(String kind, Stand opening, List<Line> lines, Stand closing) {}

    record Stand(MoneyJson balance, MoneyJson held) {}

    record Line(
            Instant bookedAt,
            LineKind kind,
            String account,
            String purpose,
            @Nullable String job,
            MoneyJson balanceChange,
            MoneyJson heldChange,
            Stand after) {}

    @Operation(summary = "Months that have a statement, newest first")
    @GetMapping
    Months months(Actor actor) {
        actor.require(Permission.READ_LEDGER);
        return new Months(statements.months(actor.organisation()).stream()
                .map(YearMonth::toString)
                .toList());
    }

    @Operation(summary = "Opening, lines and closing of a month, such as 2026-11")
    @GetMapping("/{month}")
    Month month(Actor actor, @PathVariable String month) {
        actor.require(Permission.READ_LEDGER);
        try {
            var asked = YearMonth.parse(month);
            if (statements.months(actor.organisation()).contains(asked)) {
                return json(statements.of(actor.organisation(), asked));
            }
        } catch (DateTimeException _) {
            // no month has this name: not found, as below
        }
        throw new RefusedException(CommonRefusal.NOT_FOUND);
    }

    private static Month json(Statement statement) {
        return new Month(
                statement.month().toString(),
                statement.isRunning(),
                statement.sections().stream().map(StatementsApi::section).toList());
    }

    private static Section section(StatementSection section) {
        return new Section(
                section.kind().name(),
                stand(section.opening()),
                section.lines().stream().map(StatementsApi::line).toList(),
                stand(section.closing()));
    }

    private static Line line(StatementLine line) {
        var entry = line.entry();
        return new Line(
                entry.bookedAt(),
                line.kind(),
                line.account().value(),
                entry.purpose(),
                line.isOfJob() ? entry.reference() : null,
                MoneyJson.of(new Fen(entry.posted())),
                MoneyJson.of(new Fen(entry.held())),
                stand(line.after()));
    }

    private static Stand stand(Standing standing) {
        return new Stand(MoneyJson.of(new Fen(standing.posted())), MoneyJson.of(new Fen(standing.held())));
    }
}
