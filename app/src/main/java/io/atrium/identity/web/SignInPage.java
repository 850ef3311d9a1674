// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.SignIns.Persona;
import io.atrium.kernel.access.Role;
import io.atrium.web.component.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// @param groups the invented people of the demo by role; empty elsewhere
/// @param personaPassword the one password that they share
/// @param provider where one may also sign in; null when none is set
public record SignInPage(
        Form form,
        List<Group> groups,
        String personaPassword,
        @Nullable ProviderLink provider) {

    private static final int PER_ROLE_MAX = 3;

    public record Group(Role role, List<Persona> personas) {}

    static List<Group> byRole(List<Persona> personas) {
        var groups = new TreeMap<Role, List<Persona>>();
        personas.forEach(persona ->
                groups.computeIfAbsent(persona.role(), _ -> new ArrayList<>()).add(persona));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), chosen(group.getValue())))
                .toList();
    }

    /// The newest, who just moved in, and then those who were there first: they know each other.
    private static List<Persona> chosen(List<Persona> newestFirst) {
        var oldestFirst = newestFirst.reversed().stream().limit(PER_ROLE_MAX);
        return Stream.concat(newestFirst.stream().limit(1), oldestFirst)
                .distinct()
                .limit(PER_ROLE_MAX)
                .toList();
    }
}
