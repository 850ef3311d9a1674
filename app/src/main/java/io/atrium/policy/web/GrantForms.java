// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The forms of lists and grants that the reader may use now. A form is offered only where it can succeed.
final class GrantForms {

    private final Actor actor;
    private final RequestKeys keys;
    private final UnaryOperator<Form> asAnswered;

    GrantForms(Actor actor, RequestKeys keys) {
        this(actor, keys, UnaryOperator.identity());
    }

    private GrantForms(Actor actor, RequestKeys keys, UnaryOperator<Form> asAnswered) {
        this.actor = actor;
        this.keys = keys;
        this.asAnswered = asAnswered;
    }

    /// The same forms, with objection and ruling as they were refused.
    GrantForms refused(Refusal refusal, Map<String, String> answers) {
        return new GrantForms(actor, keys, form -> form.answered(answers).refused(refusal));
    }

    @Nullable
    Form propose(List<PublishedPolicy> policies, Function<PublishedPolicy, String> title) {
        if (!actor.may(Permission.RUN_GRANT_LIST)) {
            return null;
        }
        var options = policies.stream()
                .filter(policy -> policy.header().grant() != null)
                .map(policy -> Option.literal(policy.id().value(), title.apply(policy)))
                .toList();
        return Form.to(
                        "/grant-lists",
                        "policy.lists.propose.submit",
                        Field.select("policy", "policy.lists.propose.policy", options))
                .keyed(key());
    }

    @Nullable
    Form confirm(GrantListView list) {
        return list.isPublic() || !actor.may(Permission.RUN_GRANT_LIST)
                ? null
                : Form.to("/grant-lists/" + list.id() + "/confirmation", "policy.grant-list.confirm.submit")
                        .keyed(key());
    }

    @Nullable
    Form accept(GrantView grant) {
        return GrantViews.mayAccept(actor, grant) && GrantViews.isPossible(grant, GrantEvent.FIRM_ACCEPTED)
                ? Form.to("/grants/" + grant.id() + "/acceptance", "policy.grant.accept.submit")
                        .keyed(key())
                : null;
    }

    @Nullable
    Form decline(GrantView grant) {
        return GrantViews.mayAccept(actor, grant) && GrantViews.isPossible(grant, GrantEvent.FIRM_DECLINED)
                ? Form.to("/grants/" + grant.id() + "/waiver", "policy.grant.decline.submit")
                        .keyed(key())
                : null;
    }

    List<GrantPage.TitledForm> office(GrantView grant, Text t) {
        var forms = new ArrayList<GrantPage.TitledForm>();
        if (actor.may(Permission.OBJECT_TO_GRANT) && GrantViews.isPossible(grant, GrantEvent.OBJECTION_RAISED)) {
            forms.add(new GrantPage.TitledForm(t.of("policy.grant.object"), asAnswered.apply(objection(grant))));
        }
        if (actor.may(Permission.RUN_GRANT_LIST) && GrantViews.isPossible(grant, GrantEvent.OBJECTION_REJECTED)) {
            forms.add(new GrantPage.TitledForm(t.of("policy.grant.rule"), asAnswered.apply(ruling(grant))));
        }
        return forms;
    }

    private Form objection(GrantView grant) {
        return Form.to("/grants/" + grant.id() + "/objection", "policy.grant.object.submit", reason())
                .keyed(key());
    }

    private Form ruling(GrantView grant) {
        var upheld = Field.radios(
                "upheld",
                "policy.grant.rule.upheld",
                List.of(
                        Option.key("false", "policy.grant.rule.rejected.option"),
                        Option.key("true", "policy.grant.rule.upheld.option")));
        return Form.to("/grants/" + grant.id() + "/objection-ruling", "policy.grant.rule.submit", upheld, reason())
                .keyed(key());
    }

    private static Field reason() {
        return Field.of(FieldKind.TEXTAREA, "reason", "policy.grant.reason").hint("policy.grant.reason.hint");
    }

    private RequestKey key() {
        return keys.fresh();
    }
}
