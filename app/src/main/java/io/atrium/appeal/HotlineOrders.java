// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.HotlineColumn;
import io.atrium.appeal.domain.HotlineEnd;
import io.atrium.appeal.domain.HotlineFile;
import io.atrium.appeal.domain.HotlineFile.Fault;
import io.atrium.appeal.domain.HotlineFile.Problem;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.appeal.domain.RuleBook.Category;
import io.atrium.appeal.store.AppealStore;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.Typed;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import io.atrium.web.sheet.OfficeTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in orders of the 12345 hotline from a file (12345 工单导入): every bad row is reported, and a file with one bad
/// row
/// is not taken in at all unless whoever hands it in says so. Each order becomes an appeal once, by its number; one
/// that
/// has ended already is kept as it ended.
@Component
public class HotlineOrders {

    private final Reception reception;
    private final PastAppeals past;
    private final AppealStore store;
    private final Rules rules;
    private final Organisations organisations;
    private final Requests requests;
    private final BusinessClock clock;

    HotlineOrders(
            Reception reception,
            PastAppeals past,
            AppealStore store,
            Rules rules,
            Organisations organisations,
            Requests requests,
            BusinessClock clock) {
        this.reception = reception;
        this.past = past;
        this.store = store;
        this.rules = rules;
        this.organisations = organisations;
        this.requests = requests;
        this.clock = clock;
    }

    /// @param goodRowsOnly takes in the rows that are sound and leaves the others
    public record TakeIn(RequestKey key, byte[] file, boolean goodRowsOnly) {}

    /// An order that is sound; without an end it is open.
    private record Order(
            Row<HotlineColumn> row, OrgId firm, Category category, Urgency urgency, Optional<HotlineEnd> end) {}

    @Transactional
    public HotlineReport takeIn(Actor actor, TakeIn command) {
        requireHand(actor);
        return requests.once(actor, command.key(), command, HotlineReport.class, () -> takeInNow(actor, command));
    }

    private HotlineReport takeInNow(Actor actor, TakeIn command) {
        var file = HotlineFile.read(command.file());
        var problems = new ArrayList<>(file.problems());
        var orders = sound(file.rows(), problems);
        boolean isTaken = problems.isEmpty() || command.goodRowsOnly();
        var taken = isTaken ? takeIn(actor, command.key(), orders) : List.<AppealId>of();
        return new HotlineReport(file.rows().size(), taken, problems, isTaken ? bad(file, problems) : List.of());
    }

    private static List<Row<HotlineColumn>> bad(HotlineFile file, List<Problem> problems) {
        var lines = problems.stream().map(Problem::line).collect(Collectors.toSet());
        return file.rows().stream().filter(row -> lines.contains(row.line())).toList();
    }

    /// What came of a file that one's own organisation handed in.
    @Transactional(readOnly = true)
    public Optional<HotlineReport> report(Actor actor, RequestKey key) {
        requireHand(actor);
        return requests.outcome(actor, key, HotlineReport.class);
    }

    public static void requireHand(Actor actor) {
        if (!Appeals.raisesForOthers(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.RAISE_APPEAL.name()));
        }
    }

    /// What the rows are held against, looked up once for a file.
    ///
    /// @param seen numbers of the rows before
    private record Known(Set<String> taken, Map<String, OrgId> firms, Set<String> seen) {}

    private Known known(List<Row<HotlineColumn>> rows) {
        var numbers = rows.stream().map(row -> row.cell(HotlineColumn.NUMBER)).collect(Collectors.toSet());
        var codes = rows.stream().map(HotlineOrders::code).collect(Collectors.toSet());
        return new Known(store.taken(numbers), organisations.firmsByCode(codes), new HashSet<>());
    }

    private List<Order> sound(List<Row<HotlineColumn>> rows, List<Problem> problems) {
        var book = rules.current().book();
        var known = known(rows);
        var orders = new ArrayList<Order>();
        for (var row : rows) {
            int before = problems.size();
            var order = order(row, book, known, problems);
            if (order != null && problems.size() == before) {
                orders.add(order);
            }
        }
        return orders;
    }

    private @Nullable Order order(Row<HotlineColumn> row, RuleBook book, Known known, List<Problem> problems) {
        checkCells(row, problems);
        var number = row.cell(HotlineColumn.NUMBER);
        if (!number.isEmpty() && !known.seen().add(number)) {
            problems.add(problem(row, HotlineColumn.NUMBER, Fault.NUMBER_TWICE));
        } else if (known.taken().contains(number)) {
            problems.add(problem(row, HotlineColumn.NUMBER, Fault.NUMBER_TAKEN));
        }
        var firm = Optional.ofNullable(known.firms().get(code(row)));
        var category = category(row, book);
        var urgency = urgency(row);
        if (firm.isEmpty() && !row.cell(HotlineColumn.FIRM).isEmpty()) {
            problems.add(problem(row, HotlineColumn.FIRM, Fault.FIRM_UNKNOWN));
        }
        if (category.isEmpty() && !row.cell(HotlineColumn.CATEGORY).isEmpty()) {
            problems.add(problem(row, HotlineColumn.CATEGORY, Fault.CATEGORY_UNKNOWN));
        }
        if (urgency.isEmpty()) {
            problems.add(problem(row, HotlineColumn.URGENCY, Fault.URGENCY_UNKNOWN));
        }
        var end = HotlineEnd.read(row, clock.instant(), problems);
        return firm.isPresent() && category.isPresent() && urgency.isPresent()
                ? new Order(row, firm.get(), category.get(), urgency.get(), end)
                : null;
    }

    private static void checkCells(Row<HotlineColumn> row, List<Problem> problems) {
        for (var column : HotlineColumn.values()) {
            if (column.isNeeded() && row.cell(column).isEmpty()) {
                problems.add(problem(row, column, Fault.CELL_MISSING));
            }
            if (row.cell(column).length() > lengthMax(column)) {
                problems.add(problem(row, column, Fault.TOO_LONG));
            }
        }
    }

    public static int lengthMax(HotlineColumn column) {
        return switch (column) {
            case WORDS, ANSWER -> RaiseAppeal.WORDS_LENGTH_MAX;
            case CONTACT -> RaiseAppeal.CONTACT_LENGTH_MAX;
            case NUMBER, FIRM, CATEGORY, URGENCY, PLACE, RAISED_AT, ENDED_AT, RESOLVED, RATING ->
                RaiseAppeal.PLACE_LENGTH_MAX;
        };
    }

    private static Problem problem(Row<HotlineColumn> row, HotlineColumn column, Fault fault) {
        return Problem.of(row.line(), column, fault, row.cell(column));
    }

    private static String code(Row<HotlineColumn> row) {
        return Typed.code(row.cell(HotlineColumn.FIRM));
    }

    private static Optional<Category> category(Row<HotlineColumn> row, RuleBook book) {
        var text = row.cell(HotlineColumn.CATEGORY);
        return book.categories().stream()
                .filter(each -> text.equalsIgnoreCase(each.code())
                        || text.equals(each.name().zh())
                        || text.equalsIgnoreCase(each.name().en()))
                .findFirst();
    }

    /// Codes, or the words of the hotline; blank is normal.
    private static Optional<Urgency> urgency(Row<HotlineColumn> row) {
        var text = row.cell(HotlineColumn.URGENCY);
        return switch (text) {
            case "", "一般" -> Optional.of(Urgency.NORMAL);
            case "紧急" -> Optional.of(Urgency.URGENT);
            case "突发" -> Optional.of(Urgency.EMERGENCY);
            default ->
                Arrays.stream(Urgency.values())
                        .filter(urgency -> urgency.name().equalsIgnoreCase(text))
                        .findFirst();
        };
    }

    private List<AppealId> takeIn(Actor actor, RequestKey key, List<Order> orders) {
        var raised = orders.stream()
                .filter(order -> order.end().isEmpty())
                .map(order -> need(key, order))
                .gather(Gatherers.windowFixed(RaiseAll.MAX))
                .flatMap(needs -> reception.takeIn(Need.all(actor, needs)).stream())
                .toList()
                .iterator();
        return orders.stream()
                .map(order -> order.end()
                        .map(end -> past.keep(actor, need(key, order), order.category(), end))
                        .orElseGet(() -> raised.next().orThrow()))
                .toList();
    }

    private static RaiseAppeal need(RequestKey key, Order order) {
        var row = order.row();
        return new RaiseAppeal(
                key.part(String.valueOf(row.line())),
                order.firm(),
                AppealChannel.HOTLINE,
                order.category().code(),
                order.urgency(),
                "",
                row.cell(HotlineColumn.WORDS),
                false,
                row.cell(HotlineColumn.CONTACT),
                row.cell(HotlineColumn.PLACE),
                null,
                row.cell(HotlineColumn.NUMBER),
                List.of());
    }
}
