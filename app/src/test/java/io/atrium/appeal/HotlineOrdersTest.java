// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.jooq.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.appeal.AppealView.Verdict;
import io.atrium.appeal.HotlineOrders.TakeIn;
import io.atrium.appeal.domain.HotlineColumn;
import io.atrium.appeal.domain.HotlineFile.Fault;
import io.atrium.appeal.domain.HotlineFile.Problem;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Files of hotline orders: every bad row is named, none of a bad file is taken in unless told to.
@AtriumTest
class HotlineOrdersTest {

    private static final String HEAD = "工单号,统一社会信用代码,分类,紧急程度,诉求内容,联系方式,地点\n";
    private static final String PAST_HEAD = "工单号,统一社会信用代码,分类,诉求内容,地点,受理时间,办结时间,答复内容,是否解决,满意度\n";
    private static final String CODE = "91310000MA1K35KA1X";

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    HotlineOrders orders;

    @Autowired
    Appeals appeals;

    @Autowired
    Organisations organisations;

    @Autowired
    DSLContext database;

    private Resident steward;

    @BeforeEach
    void aFirmIsKnownByItsCode() {
        steward = office.steward();
        if (organisations.findByCode(CODE).isEmpty()) {
            organisations.register(new RegisterOrganisation(OrgKind.FIRM, "热线测试企业", "Hotline test firm", CODE));
        }
    }

    private HotlineReport takeIn(String rows, boolean goodRowsOnly) {
        return orders.takeIn(
                steward.actor(),
                new TakeIn(Office.key(), (HEAD + rows).getBytes(StandardCharsets.UTF_8), goodRowsOnly));
    }

    private static String order() {
        return "H" + UUID.randomUUID().toString().substring(0, 12);
    }

    @Test
    void aSoundFileBecomesAppealsAndTheSameFileAgainNamesEachAsTaken() {
        var number = order();
        var row = number + "," + CODE + ",楼宇与物业,紧急,停水两小时,张工 55550100,B座3层\n";
        var report = takeIn(row, false);
        assertThat(report.problems()).isEmpty();
        var appeal = appeals.find(steward.actor(), report.taken().getFirst()).orElseThrow();
        assertThat(appeal.need().externalNumber()).isEqualTo(number);
        assertThat(appeal.need().urgency()).isEqualTo(Urgency.URGENT);
        assertThat(takeIn(row, false).problems()).extracting(Problem::fault).containsExactly(Fault.NUMBER_TAKEN);
    }

    @Test
    void oneBadRowKeepsTheFileOutAndIsNamedByLineAndColumnUnlessGoodRowsAreWanted() {
        var good = order();
        var rows = good + "," + CODE + ",OTHER,,想办沙龙,,\n" + order() + ",91310000000000000X,没有的分类,马上,,,\n" + good + ","
                + CODE + ",OTHER,,又一次,,\n";
        var refused = takeIn(rows, false);
        assertThat(refused.taken()).isEmpty();
        assertThat(refused.problems())
                .extracting(Problem::line, Problem::fault)
                .contains(
                        tuple(3, Fault.FIRM_UNKNOWN),
                        tuple(3, Fault.CATEGORY_UNKNOWN),
                        tuple(3, Fault.URGENCY_UNKNOWN),
                        tuple(3, Fault.CELL_MISSING),
                        tuple(4, Fault.NUMBER_TWICE));
        assertThat(takeIn(rows, true).taken()).hasSize(1);
    }

    @Test
    void officeTextInGb18030IsReadAndOtherBytesAreNot() {
        var row = HEAD + order() + "," + CODE + ",其他,一般,希望延长班车,,\n";
        var gb = orders.takeIn(
                steward.actor(), new TakeIn(Office.key(), row.getBytes(Charset.forName("GB18030")), false));
        assertThat(gb.taken()).hasSize(1);
        var noise = orders.takeIn(steward.actor(), new TakeIn(Office.key(), new byte[] {0, 1, (byte) 0xff}, true));
        assertThat(noise.problems()).extracting(Problem::fault).containsExactly(Fault.UNREADABLE);
    }

    @Test
    void anOrderThatHasEndedIsKeptAsItEndedWithoutLimitsOrMessages() {
        var firm = organisations.findByCode(CODE).orElseThrow();
        var report = takeInPast(
                order() + "," + CODE + ",楼宇与物业,电梯停运,B座,2026-03-09 14:05,2026/3/11 9:30,配件已更换，电梯恢复运行。,是,基本满意\n");
        assertThat(report.problems()).isEmpty();
        var id = report.taken().getFirst();
        var appeal = appeals.find(steward.actor(), id).orElseThrow();
        assertThat(appeal.state()).isEqualTo(AppealState.CLOSED);
        assertThat(appeal.firm()).isEqualTo(firm.id());
        assertThat(appeal.number()).startsWith("Q-2026-");
        assertThat(appeal.raised().at()).isEqualTo(shanghai("2026-03-09T14:05:00"));
        assertThat(appeal.closedAt()).isEqualTo(shanghai("2026-03-11T09:30:00"));
        assertThat(appeal.verdict()).isEqualTo(new Verdict(true, 3, ""));
        assertThat(appeals.clocks(appeal)).isEmpty();
        assertThat(appeals.steps(steward.actor(), appeal))
                .extracting(StepView::move, StepView::at, StepView::words)
                .containsExactly(
                        tuple(AppealMove.RAISE, shanghai("2026-03-09T14:05:00"), ""),
                        tuple(AppealMove.ANSWER, shanghai("2026-03-11T09:30:00"), "配件已更换，电梯恢复运行。"),
                        tuple(AppealMove.ACCEPT, shanghai("2026-03-11T09:30:00"), ""));
        assertThat(database.fetchCount(NOTICE, NOTICE.HREF.eq("/appeals/" + id)))
                .isZero();
    }

    @Test
    void whatIsWrongWithTheEndOfAPastOrderIsNamed() {
        var start = order() + "," + CODE + ",OTHER,想办沙龙,,";
        assertThat(faultsOfPast(start + ",2026-03-11,已办,,\n"))
                .containsExactly(tuple(HotlineColumn.RAISED_AT, Fault.CELL_MISSING));
        assertThat(faultsOfPast(start + "2026-02-30,3 月,,,\n"))
                .containsExactly(
                        tuple(HotlineColumn.RAISED_AT, Fault.TIME_UNREADABLE),
                        tuple(HotlineColumn.ENDED_AT, Fault.TIME_UNREADABLE),
                        tuple(HotlineColumn.ANSWER, Fault.CELL_MISSING));
        assertThat(faultsOfPast(start + "2026-03-11,2026-03-09,已办,,\n"))
                .containsExactly(tuple(HotlineColumn.ENDED_AT, Fault.TIMES_OUT_OF_ORDER));
        assertThat(faultsOfPast(start + "2026-03-09,2999-01-01,已办,,\n"))
                .containsExactly(tuple(HotlineColumn.ENDED_AT, Fault.TIMES_OUT_OF_ORDER));
        assertThat(faultsOfPast(start + "2026-03-09,2026-03-11,已办,也许,\n"))
                .containsExactly(
                        tuple(HotlineColumn.RESOLVED, Fault.VERDICT_UNKNOWN),
                        tuple(HotlineColumn.RATING, Fault.CELL_MISSING));
        assertThat(faultsOfPast(start + "2026-03-09,,已办,,\n"))
                .containsExactly(tuple(HotlineColumn.ENDED_AT, Fault.CELL_MISSING));
    }

    private List<Tuple> faultsOfPast(String row) {
        return takeInPast(row).problems().stream()
                .map(problem -> tuple(problem.column(), problem.fault()))
                .toList();
    }

    private HotlineReport takeInPast(String rows) {
        return orders.takeIn(
                steward.actor(), new TakeIn(Office.key(), (PAST_HEAD + rows).getBytes(StandardCharsets.UTF_8), false));
    }

    private static Instant shanghai(String time) {
        return LocalDateTime.parse(time).atZone(BusinessClock.ZONE).toInstant();
    }

    @Test
    void aMissingColumnIsNamed() {
        var report = orders.takeIn(
                steward.actor(), new TakeIn(Office.key(), "工单号,诉求内容\n1,x\n".getBytes(StandardCharsets.UTF_8), false));
        assertThat(report.problems()).extracting(Problem::fault).containsOnly(Fault.COLUMN_MISSING);
    }

    @Test
    void aFirmHandsInNoOrders() {
        var firm = house.firmOwner();
        assertThatThrownBy(() -> orders.takeIn(firm.actor(), new TakeIn(Office.key(), new byte[] {1}, false)))
                .isInstanceOf(RefusedException.class);
    }
}
