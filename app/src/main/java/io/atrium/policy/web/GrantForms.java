// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.GrantListForecast;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantView;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.PayeeCondition;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The forms of lists and grants that the reader may use now. A form is offered only where it can succeed.
final class GrantForms {

    static final String OBJECTION = "objection";
    static final String RULING = "objection-ruling";
    static final String PAYEE = "payee-account";
    static final String OPEN_CLAWBACK = "clawback";
    static final String STATEMENT = "clawback-statement";
    static final String DECIDE_CLAWBACK = "clawback-decision";

    private static final Set<GrantState> BEFORE_PAYMENT = Set.of(
            GrantState.PUBLICITY, GrantState.OBJECTION_HELD, GrantState.FIRM_CONFIRM, GrantState.ACCOUNT_ABNORMAL);

    private final Actor actor;
    private final RequestKeys keys;
    private final String sent;
    private final UnaryOperator<Form> asAnswered;

    GrantForms(Actor actor, RequestKeys keys) {
        this(actor, keys, "", UnaryOperator.identity());
    }

    private GrantForms(Actor actor, RequestKeys keys, String sent, UnaryOperator<Form> asAnswered) {
        this.actor = actor;
        this.keys = keys;
        this.sent = sent;
        this.asAnswered = asAnswered;
    }

    /// The same forms, one of them as it was sent and refused.
    GrantForms refused(String form, Refusal refusal, Map<String, String> answers) {
        return new GrantForms(
                actor, keys, form, refused -> refused.answered(answers).refused(refusal));
    }

    @Nullable
    Form propose(List<PublishedPolicy> policies, Function<PublishedPolicy, String> title) {
        if (!actor.may(Permission.RUN_GRANT_LIST)) {
            return null;
        }
        var options = policies.stream()
                .filter(policy -> policy.header().isGrantedByList())
                .map(policy -> Option.literal(policy.id().value(), title.apply(policy)))
                .toList();
        return Form.to(
                        "/grant-lists",
                        "policy.lists.propose.submit",
                        Field.select("policy", "policy.lists.propose.policy", options))
                .keyed(key());
    }

    @Nullable
    Form confirm(GrantListView list, @Nullable GrantListForecast forecast) {
        if (forecast == null || (forecast.isSecondNeeded() && forecast.isFirstByReader())) {
            return null;
        }
        var isFirst = forecast.isSecondNeeded() && list.first() == null;
        var submit = isFirst ? "policy.grant-list.confirm.submit-first" : "policy.grant-list.confirm.submit";
        return Form.to("/grant-lists/" + list.id() + "/confirmation", submit).keyed(key());
    }

    /// Vouchers are not for everybody who may see a grant.
    boolean leadsToVoucher(GrantView grant) {
        return actor.scope(Permission.READ_VOUCHER).sees(grant.firm());
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

    Form sheet(GrantView grant) {
        return Form.to("/grants/" + grant.id() + "/sheet", "policy.grant.sheet.issue")
                .keyed(key());
    }

    /// What the reader may do beside the straight way, most urgent first.
    List<GrantPage.TitledForm> office(GrantView grant, Text t) {
        var mayRun = actor.may(Permission.RUN_GRANT_LIST);
        var forms = new ArrayList<GrantPage.TitledForm>();
        if (GrantViews.mayAccept(actor, grant) && GrantViews.isPossible(grant, GrantEvent.FIRM_HEARD)) {
            add(forms, t, grant, STATEMENT, longText("statement", "policy.clawback.statement"));
        }
        if (mayRun && GrantViews.isPossible(grant, GrantEvent.RECLAIMED)) {
            add(forms, t, grant, DECIDE_CLAWBACK, yesNo("takenBack", "policy.clawback.decision"), reason());
        }
        if (mayRun && GrantViews.isPossible(grant, GrantEvent.OBJECTION_REJECTED)) {
            add(forms, t, grant, RULING, upheld(), reason());
        }
        if (actor.may(Permission.OBJECT_TO_GRANT) && GrantViews.isPossible(grant, GrantEvent.OBJECTION_RAISED)) {
            add(forms, t, grant, OBJECTION, reason());
        }
        if (mayRun && BEFORE_PAYMENT.contains(grant.state())) {
            add(forms, t, grant, PAYEE, conditions(), reason());
        }
        if (mayRun && GrantViews.isPossible(grant, GrantEvent.CLAWBACK_OPENED)) {
            var clause = Field.text("clause", "policy.clawback.clause").hint("policy.clawback.clause.hint");
            add(forms, t, grant, OPEN_CLAWBACK, clause, reason());
        }
        return forms;
    }

    private void add(List<GrantPage.TitledForm> forms, Text t, GrantView grant, String name, Field... fields) {
        var form = Form.to("/grants/" + grant.id() + "/" + name, "policy.form." + name + ".submit", fields)
                .keyed(key());
        forms.add(new GrantPage.TitledForm(
                t.of("policy.form." + name), name.equals(sent) ? asAnswered.apply(form) : form));
    }

    private static Field upheld() {
        return Field.radios(
                "upheld",
                "policy.grant.rule.upheld",
                List.of(
                        Option.key("false", "policy.grant.rule.rejected.option"),
                        Option.key("true", "policy.grant.rule.upheld.option")));
    }

    private static Field yesNo(String name, String key) {
        return Field.radios(name, key, List.of(Option.key("true", key + ".yes"), Option.key("false", key + ".no")));
    }

    private static Field conditions() {
        return Field.radios(
                "condition",
                "policy.payee.condition.label",
                Arrays.stream(PayeeCondition.values())
                        .map(known -> Option.key(known.name(), "policy.payee.condition." + known.name()))
                        .toList());
    }

    private static Field longText(String name, String key) {
        return Field.of(FieldKind.TEXTAREA, name, key).hint(key + ".hint");
    }

    private static Field reason() {
        return Field.of(FieldKind.TEXTAREA, "reason", "policy.grant.reason").hint("policy.grant.reason.hint");
    }

    private RequestKey key() {
        return keys.fresh();
    }
}
