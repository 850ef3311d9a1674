// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.engine.decision.decide.Decision;
import io.atrium.kernel.Fen;
import io.atrium.policy.ApplicationDefect;
import io.atrium.policy.ApplicationPaper;
import io.atrium.policy.ApplicationStepView;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.web.api.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as the API shows it.
///
/// @param dueAt until when whoever has the turn must act
/// @param detail only of a single application
record ApplicationJson(
        String id,
        @Nullable String number,
        String firm,
        String firmName,
        String policy,
        String version,
        String department,
        ApplicationState state,
        @Nullable Instant dueAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable MoneyJson ceiling,
        @Nullable MoneyJson amount,
        @Nullable String clause,
        @Nullable String reason,
        @Nullable String voucher,
        @Nullable LocalDate fulfilledOn,
        @Nullable Detail detail) {

    /// @param seen to be sent along with a change, so that it is refused when somebody else was faster
    /// @param decision what the rules say as the facts stand now
    record Detail(
            String seen,
            String statement,
            Decision decision,
            List<PaperJson> papers,
            List<DefectJson> defects,
            List<StepJson> steps) {}

    record PaperJson(String slot, String certificate, String file, String kind, boolean isNew) {}

    record DefectJson(
            long id, String item, String text, @Nullable String answer) {}

    record StepJson(
            Instant at,
            ApplicationEvent event,
            ApplicationState state,
            String by,
            @Nullable String note) {}

    static ApplicationJson of(ApplicationView application, @Nullable Detail detail) {
        var ruling = application.ruling();
        return new ApplicationJson(
                application.id().value(),
                application.number(),
                application.firm().value(),
                application.firmName(),
                application.policy().value(),
                application.version(),
                application.department().value(),
                application.state(),
                application.dueAt(),
                application.submittedAt(),
                application.decidedAt(),
                money(ruling.ceiling()),
                money(ruling.amount()),
                ruling.clause(),
                ruling.reason(),
                ruling.voucher(),
                ruling.fulfilledOn(),
                detail);
    }

    static PaperJson of(ApplicationPaper paper) {
        return new PaperJson(
                paper.slot(),
                paper.certificate().value(),
                paper.file().value(),
                paper.kind().name(),
                paper.isNew());
    }

    static DefectJson of(ApplicationDefect defect) {
        return new DefectJson(defect.id(), defect.item(), defect.text(), defect.answer());
    }

    static StepJson of(ApplicationStepView step) {
        return new StepJson(step.at(), step.event(), step.state(), step.by(), step.note());
    }

    private static @Nullable MoneyJson money(@Nullable Fen amount) {
        return amount == null ? null : MoneyJson.of(amount);
    }
}
