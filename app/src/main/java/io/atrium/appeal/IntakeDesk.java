// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.group.GroupNotCommitted;
import io.atrium.kernel.group.GroupWriter;
import io.atrium.web.Requests;
import io.atrium.web.Requests.Answer;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where needs come in one by one (受理台): those of the same moment are taken in together, in one transaction, each
/// under its own key and with its own answer (ADR 26).
@Component
class IntakeDesk {

    /// What is looked up once for all is paid for by a few dozen; more only keeps the first waiting.
    private static final int GROUP_MAX = RaiseAll.MAX;

    private static final int WAITING_MAX = 5_000;

    /// Somebody's open transaction may hold the key of one of them; the others do not wait for it.
    private static final String PATIENCE = "set local lock_timeout = '5s'";

    private final Reception reception;
    private final Requests requests;
    private final DSLContext database;
    private final TransactionTemplate alone;
    private final GroupWriter<Need, Answer<AppealId>> together;

    IntakeDesk(Reception reception, Requests requests, DSLContext database, PlatformTransactionManager transactions) {
        this.reception = reception;
        this.requests = requests;
        this.database = database;
        alone = new TransactionTemplate(transactions);
        var size = new GroupWriter.Size<Need>(GROUP_MAX, WAITING_MAX, _ -> 1);
        together = new GroupWriter<>("appeal-intake", size, transactions, this::takeInTogether);
    }

    /// In the caller's transaction, if there is one. Files are long to write: whoever brings some keeps nobody waiting.
    AppealId takeIn(Need need) {
        boolean isWithOthers =
                need.command().files().isEmpty() && !TransactionSynchronizationManager.isActualTransactionActive();
        var answer = isWithOthers ? takeInWithOthers(need) : takeInAlone(need);
        return answer.orThrow();
    }

    /// What went wrong for all may go well for each; the key keeps it single.
    private Answer<AppealId> takeInWithOthers(Need need) {
        try {
            return together.ask(need);
        } catch (GroupNotCommitted _) {
            return takeInAlone(need);
        }
    }

    private List<Answer<AppealId>> takeInTogether(List<Need> needs) {
        database.execute(PATIENCE);
        return takeInAll(needs);
    }

    private Answer<AppealId> takeInAlone(Need need) {
        return Objects.requireNonNull(
                alone.execute(_ -> takeInAll(List.of(need)).getFirst()));
    }

    private List<Answer<AppealId>> takeInAll(List<Need> needs) {
        return requests.eachOnce(
                needs,
                AppealId.class,
                fresh -> reception.takeIn(fresh).stream().map(Raised::answer).toList());
    }
}
