// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.lease.LeaseState;
import io.atrium.compute.lease.LeaseView;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Form;
import org.jspecify.annotations.Nullable;

/// What a reader may do with a lease now.
record LeaseSight(Actor actor, LeaseView lease, RequestKeys keys) {

    boolean isFirm() {
        return actor.may(Permission.RENT_GPUS) && actor.organisation().equals(lease.firm());
    }

    boolean isProvider() {
        return actor.may(Permission.OPERATE_POOL) && actor.organisation().equals(lease.provider());
    }

    /// @param refused stands in place of the form that it came from
    LeasePage.Steps steps(@Nullable Form refused) {
        var isRequested = lease.state() == LeaseState.REQUESTED;
        var isSigned = lease.state() == LeaseState.SIGNED;
        var isActive = lease.state() == LeaseState.ACTIVE;
        return new LeasePage.Steps(
                isRequested && isProvider() ? form(LeaseForms.sign(lease.id()), refused) : null,
                isRequested && isProvider() ? form(LeaseForms.words(lease.id(), "refusal"), refused) : null,
                isSigned && isProvider() ? form(LeaseForms.words(lease.id(), "hand-over"), refused) : null,
                isRequested && isFirm() ? button("withdrawal") : null,
                isActive && isFirm() && lease.receivedBy() == null ? button("receipt") : null,
                lease.signed() != null ? button("sheet") : null,
                mayEnd(isSigned, isActive) ? "/leases/" + lease.id() + "/end" : null);
    }

    private boolean mayEnd(boolean isSigned, boolean isActive) {
        return (isSigned || isActive) && isFirm() || isActive && isProvider();
    }

    private Form form(Form fresh, @Nullable Form refused) {
        return refused != null && refused.action().equals(fresh.action()) ? refused : fresh.keyed(keys.fresh());
    }

    private Form button(String step) {
        return Form.to("/leases/" + lease.id() + "/" + step, "compute.lease." + step)
                .keyed(keys.fresh());
    }
}
