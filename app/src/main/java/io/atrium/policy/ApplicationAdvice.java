// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.kernel.Ids;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationOutcome.Done;
import io.atrium.policy.ApplicationOutcome.Refused;
import io.atrium.policy.store.ApplicationCommentStore;
import io.atrium.policy.store.ApplicationStore;
import io.atrium.web.Requests;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Coaching by the steward (服务管家辅导): comments on a draft that the firm shares, answers of the firm. A steward changes
/// nothing of the application and never submits it.
@Component
public class ApplicationAdvice {

    private final ApplicationStore applications;
    private final ApplicationCommentStore store;
    private final ApplicationChecks checks;
    private final ApplicationNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final Ids ids;

    ApplicationAdvice(
            ApplicationStore applications,
            ApplicationCommentStore store,
            ApplicationChecks checks,
            ApplicationNotices notices,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            Ids ids) {
        this.applications = applications;
        this.store = store;
        this.checks = checks;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param item to what it is pinned, as [ApplicationItems] names it
    public record Comment(ApplicationId application, String item, String text) {}

    public record Answer(ApplicationId application, String comment, String answer) {}

    public record Resolve(ApplicationId application, String comment) {}

    @Transactional
    public ApplicationOutcome comment(Actor actor, RequestKey key, Comment command) {
        actor.require(Permission.COACH_APPLICATION);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = applications
                    .lock(ApplicationSight.ofSteward(actor), command.application())
                    .orElseThrow(Applications::notFound);
            if (!application.state().isWithFirm()) {
                return Applications.forbidden(application);
            }
            var items = ApplicationItems.of(checks.of(application).policy());
            if (!items.contains(command.item()) || !Applications.isText(command.text(), ApplicationComment.CHARS_MAX)) {
                return new Refused(PolicyRefusal.COMMENT_MISSING, Map.of("max", ApplicationComment.CHARS_MAX));
            }
            var comment = new ApplicationComment(
                    ids.next(ApplicationComment.PREFIX),
                    application.id(),
                    command.item(),
                    command.text().strip(),
                    clock.instant(),
                    actor.name(),
                    null,
                    null,
                    null);
            store.insert(comment);
            audit.record(
                    actor, "policy.application-commented", application.id().value(), Map.of("item", command.item()));
            notices.tellFirmOfAdvice(application, comment.id());
            return Done.of(application);
        });
    }

    @Transactional
    public ApplicationOutcome answer(Actor actor, RequestKey key, Answer command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, command.application(), command.comment());
            if (!Applications.isText(command.answer(), ApplicationComment.CHARS_MAX)) {
                return new Refused(PolicyRefusal.COMMENT_MISSING, Map.of("max", ApplicationComment.CHARS_MAX));
            }
            store.answer(command.comment(), command.answer().strip(), clock.instant());
            audit.record(
                    actor,
                    "policy.application-advice-answered",
                    application.id().value(),
                    Map.of());
            return Done.of(application);
        });
    }

    @Transactional
    public ApplicationOutcome resolve(Actor actor, RequestKey key, Resolve command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, command.application(), command.comment());
            store.resolve(command.comment(), clock.instant());
            audit.record(
                    actor,
                    "policy.application-advice-resolved",
                    application.id().value(),
                    Map.of());
            return Done.of(application);
        });
    }

    /// First to last; for the firm and its stewards, not for the department. The caller has found the application.
    @Transactional(readOnly = true)
    public List<ApplicationComment> list(Actor actor, ApplicationView application) {
        var mayRead =
                actor.may(Permission.COACH_APPLICATION) || actor.organisation().equals(application.firm());
        return mayRead ? store.list(application.id()) : List.of();
    }

    private ApplicationView lockOwn(Actor actor, ApplicationId id, String comment) {
        var application =
                applications.lock(ApplicationSight.ofApplicant(actor), id).orElseThrow(Applications::notFound);
        return store.find(id, comment).map(_ -> application).orElseThrow(Applications::notFound);
    }
}
