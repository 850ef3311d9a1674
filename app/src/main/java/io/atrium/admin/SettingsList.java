// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.SettingView.SetBy;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/// Every setting of Atrium (设置清单), read from the records that the code declares: none can be forgotten here.
@Component
public class SettingsList {

    private static final Pattern SECRET = Pattern.compile("password|secret|token");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private final ListableBeanFactory beans;
    private final Environment environment;

    SettingsList(ListableBeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    public List<SettingView> list(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        return all();
    }

    List<SettingView> all() {
        return beans.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .filter(bean -> bean.getClass().isRecord())
                .flatMap(bean -> settings(prefix(bean), bean))
                .sorted(Comparator.comparing(SettingView::name))
                .toList();
    }

    private static String prefix(Object bean) {
        return Objects.requireNonNull(bean.getClass().getAnnotation(ConfigurationProperties.class))
                .value();
    }

    private Stream<SettingView> settings(String prefix, Object holder) {
        return Arrays.stream(holder.getClass().getRecordComponents()).flatMap(part -> {
            var name = prefix + "." + kebab(part.getName());
            var value = value(part, holder);
            return value != null && value.getClass().isRecord()
                    ? settings(name, value)
                    : Stream.of(setting(name, part, value));
        });
    }

    private SettingView setting(String name, RecordComponent part, @Nullable Object value) {
        boolean isSecret = SECRET.matcher(name).find();
        return new SettingView(
                name, isSecret ? null : standard(part), isSecret ? null : text(value), isSecret, setBy(name));
    }

    private static @Nullable Object value(RecordComponent part, Object holder) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The canonical constructor carries the annotations of the record's parts.
    private static @Nullable String standard(RecordComponent part) {
        var holder = part.getDeclaringRecord();
        var parameters = holder.getDeclaredConstructors()[0].getParameters();
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.getName().equals(part.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(Objects::nonNull)
                .map(standard -> String.join(", ", standard.value()))
                .findFirst()
                .orElse(null);
    }

    private SetBy setBy(String name) {
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source.getConfigurationProperty(ConfigurationPropertyName.of(name)) != null) {
                return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                        ? setBy(underlying)
                        : SetBy.OTHER;
            }
        }
        return SetBy.DEFAULT;
    }

    private static SetBy setBy(PropertySource<?> source) {
        return switch (source.getName()) {
            case "systemEnvironment" -> SetBy.ENVIRONMENT;
            case "commandLineArgs", "systemProperties" -> SetBy.COMMAND_LINE;
            default -> source.getName().contains("application") ? SetBy.FILE : SetBy.OTHER;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Duration duration -> DurationStyle.SIMPLE.print(duration, unit(duration));
            default -> value.toString();
        };
    }

    /// The largest unit that tells it exactly, as one types it: `5m`.
    private static ChronoUnit unit(Duration duration) {
        return Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)
                .filter(unit -> duration.toMillis() % unit.getDuration().toMillis() == 0)
                .findFirst()
                .orElse(ChronoUnit.MILLIS);
    }

    private static String kebab(String name) {
        return HUMP.matcher(name).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
