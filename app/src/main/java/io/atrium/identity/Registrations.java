// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Requests;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registering an organisation by hand (登记组织), beside the deliveries of the registry.
@Component
public class Registrations {

    public static final int NAME_LENGTH_MAX = 200;

    /// Letters and digits of GB 32100; the check digit is the registry's business.
    private static final Pattern CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;

    Registrations(Organisations organisations, Requests requests, Audit audit) {
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
    }

    public sealed interface Outcome {
        record Registered(OrgId organisation) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    @Transactional
    public Outcome register(Actor actor, RequestKey key, RegisterOrganisation command) {
        People.require(actor);
        return requests.once(actor, key, command, Outcome.class, () -> {
            var refusal = refusal(command);
            return refusal == null ? registered(actor, command) : new Outcome.Refused(refusal);
        });
    }

    private @Nullable Refusal refusal(RegisterOrganisation command) {
        var code = command.unifiedCode();
        if (code != null && !CODE.matcher(code).matches()) {
            return Refusal.of(IdentityRefusal.UNIFIED_CODE_NOT_WELL_FORMED, "code", code);
        }
        return code != null && organisations.findByCode(code).isPresent()
                ? Refusal.of(IdentityRefusal.ORGANISATION_REGISTERED, "code", code)
                : null;
    }

    private Outcome registered(Actor actor, RegisterOrganisation command) {
        var id = organisations.register(command);
        audit.record(actor, "identity.organisation-registered", id.value(), Map.of("kind", command.kind()));
        return new Outcome.Registered(id);
    }
}
