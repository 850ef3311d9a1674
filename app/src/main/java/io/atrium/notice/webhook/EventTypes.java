// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import io.atrium.identity.RolesOfKind;
import io.atrium.kernel.access.AccessRules;
import io.atrium.kernel.access.OrgKind;
import io.atrium.notice.NoticeKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The types of events that an endpoint can ask for (事件类型): one for each kind of message, and one that asks whether it
/// is there.
@Component
public class EventTypes {

    static final String PING = "atrium.ping.v1";

    private final List<NoticeKind> kinds;

    EventTypes(List<NoticeKind> kinds) {
        this.kinds = kinds.stream()
                .filter(kind -> !kind.name().equals(WebhookBeans.KIND))
                .sorted(Comparator.comparing(NoticeKind::name))
                .toList();
    }

    public record EventType(String name, String titleKey) {}

    public List<EventType> all() {
        return types(kinds.stream());
    }

    /// Those of which such an organisation can be told.
    public List<EventType> of(OrgKind organisation) {
        var roles = RolesOfKind.of(organisation);
        return types(kinds.stream()
                .filter(kind -> kind.reaches(
                        organisation, permission -> !Collections.disjoint(AccessRules.rolesWith(permission), roles))));
    }

    private static List<EventType> types(Stream<NoticeKind> some) {
        return some.map(kind -> new EventType(of(kind), kind.titleKey())).toList();
    }

    Set<String> names() {
        return all().stream().map(EventType::name).collect(Collectors.toUnmodifiableSet());
    }

    static String of(NoticeKind kind) {
        return "atrium.notice." + kind.name() + ".v1";
    }
}
