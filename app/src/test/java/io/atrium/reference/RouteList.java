// SPDX-License-Identifier: Apache-2.0
package io.atrium.reference;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.atrium.kernel.access.Permission;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The page `docs/reference/routes.md`: every route with who may use it. The permissions are those that the code behind
/// a
/// route asks for, found by following its calls within the module.
final class RouteList {

    static final String PAGE = "docs/reference/routes.md";

    /// Routes that the security filters answer before any controller.
    private static final List<String> OF_THE_FILTERS =
            List.of("| POST | `/sign-in` | page | everybody | | |", "| POST | `/sign-out` | page | signed in | | |");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.atrium");

    String page(List<Route> routes, Predicate<Route> isPublic, Function<Route, String> summary) {
        var lines = routes.stream()
                .map(route -> "| %s | `%s` | %s | %s | %s | %s |"
                        .formatted(
                                route.method(),
                                route.path(),
                                route.isApi() ? "API" : "page",
                                isPublic.test(route) ? "everybody" : "signed in",
                                permissions(route).stream()
                                        .map(Permission::name)
                                        .collect(Collectors.joining(" ")),
                                summary.apply(route)))
                .toList();
        var all = new TreeSet<>(Comparator.comparing(RouteList::pathAndMethod));
        all.addAll(lines);
        all.addAll(OF_THE_FILTERS);
        return """
                # Routes

                Written by `./atrium routes` from the started application. *Permissions* are those that the code behind a route
                asks for; whether one of them opens the whole answer or a part of it, the page itself decides
                ([the table of roles](../../app/src/main/java/io/atrium/kernel/access/AccessRules.java)). What somebody may not see
                answers as if it were not there.

                | method | path | kind | who | permissions | what |
                |---|---|---|---|---|---|
                """ + String.join("\n", all) + "\n";
    }

    private static String pathAndMethod(String line) {
        var cells = line.split("\\|");
        return cells[2].replace("`", "").strip() + " " + cells[1];
    }

    private Set<Permission> permissions(Route route) {
        var type = classes.get(route.handler().getBeanType());
        var module = module(type.getPackageName());
        var found = new TreeSet<Permission>();
        var seen = new HashSet<JavaCodeUnit>();
        var waiting = new ArrayDeque<JavaCodeUnit>(methods(route, type));
        while (!waiting.isEmpty()) {
            var unit = waiting.remove();
            if (!seen.add(unit)) {
                continue;
            }
            unit.getFieldAccesses().stream()
                    .filter(access -> access.getTargetOwner().isEquivalentTo(Permission.class))
                    .forEach(access ->
                            found.add(Permission.valueOf(access.getTarget().getName())));
            unit.getMethodCallsFromSelf().stream()
                    .filter(call ->
                            module(call.getTargetOwner().getPackageName()).equals(module))
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .forEach(waiting::add);
        }
        return found;
    }

    private static List<JavaMethod> methods(Route route, JavaClass type) {
        var name = route.handler().getMethod().getName();
        int parameters = route.handler().getMethod().getParameterCount();
        return type.getMethods().stream()
                .filter(method -> method.getName().equals(name)
                        && method.getRawParameterTypes().size() == parameters)
                .toList();
    }

    private static String module(String packageName) {
        var parts = packageName.split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
