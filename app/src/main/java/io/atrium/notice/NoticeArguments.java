// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.web.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/// Arguments of a message as they are kept: each with its type, so that money and dates are phrased when they are read.
final class NoticeArguments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private NoticeArguments() {}

    private enum Type {
        TEXT,
        NUMBER,
        FEN,
        GPU_MILLIS,
        DATE,
        MOMENT,
        BILINGUAL
    }

    private record Argument(Type type, String value) {}

    static JSONB written(List<Object> arguments) {
        return JSONB.valueOf(JSON.writeValueAsString(
                arguments.stream().map(NoticeArguments::argument).toList()));
    }

    static List<Object> read(JSONB stored) {
        return List.of(JSON.readValue(stored.data(), Argument[].class)).stream()
                .map(NoticeArguments::value)
                .toList();
    }

    private static Argument argument(Object value) {
        return switch (value) {
            case String text -> new Argument(Type.TEXT, text);
            case Integer number -> new Argument(Type.NUMBER, number.toString());
            case Long number -> new Argument(Type.NUMBER, number.toString());
            case Fen amount -> new Argument(Type.FEN, String.valueOf(amount.value()));
            case GpuMillis time -> new Argument(Type.GPU_MILLIS, String.valueOf(time.value()));
            case LocalDate date -> new Argument(Type.DATE, date.toString());
            case Instant moment -> new Argument(Type.MOMENT, moment.toString());
            case Bilingual words -> new Argument(Type.BILINGUAL, JSON.writeValueAsString(words));
            default -> throw new IllegalArgumentException("no argument of a message: " + value.getClass());
        };
    }

    private static Object value(Argument argument) {
        return switch (argument.type()) {
            case TEXT -> argument.value();
            case NUMBER -> Long.valueOf(argument.value());
            case FEN -> new Fen(Long.parseLong(argument.value()));
            case GPU_MILLIS -> new GpuMillis(Long.parseLong(argument.value()));
            case DATE -> LocalDate.parse(argument.value());
            case MOMENT -> Instant.parse(argument.value());
            case BILINGUAL -> JSON.readValue(argument.value(), Bilingual.class);
        };
    }
}
