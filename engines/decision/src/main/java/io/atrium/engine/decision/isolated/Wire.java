// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.isolated;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.problem.Cell;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the two processes talk: texts with their length in bytes, the package one way, the problems the other. What
/// comes
/// back is read with limits, for the process that sends it has run foreign text.
final class Wire {

    static final int PROBLEMS_MAX = 500;
    private static final int TEXT_BYTES_MAX = 1024 * 1024;
    private static final int ABSENT = -1;

    private Wire() {}

    static void write(PackageText text, DataOutputStream out) throws IOException {
        for (var part : List.of(text.policy(), text.model(), text.examples(), text.source())) {
            write(part, out);
        }
        out.flush();
    }

    static PackageText readPackage(DataInputStream in) throws IOException {
        return new PackageText(read(in), read(in), read(in), read(in));
    }

    static void write(List<Problem> problems, DataOutputStream out) throws IOException {
        out.writeInt(problems.size());
        for (var problem : problems) {
            write(problem.code().name(), out);
            write(problem.file(), out);
            write(problem.place(), out);
            write(problem.what(), out);
            write(problem.mend(), out);
            write(problem.cell(), out);
            write(problem.whatChinese(), out);
        }
        out.flush();
    }

    static List<Problem> readProblems(DataInputStream in) throws IOException {
        var problems = new ArrayList<Problem>();
        for (int left = bounded(in.readInt(), PROBLEMS_MAX); left > 0; left--) {
            problems.add(new Problem(
                    code(read(in)), read(in), read(in), read(in), read(in), readCell(in), readNullable(in)));
        }
        return problems;
    }

    private static ProblemCode code(String name) throws IOException {
        try {
            return ProblemCode.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("no problem code: " + name, unknown);
        }
    }

    private static void write(@Nullable Cell cell, DataOutputStream out) throws IOException {
        write(cell == null ? null : cell.table(), out);
        if (cell != null) {
            out.writeInt(cell.rule());
            out.writeInt(cell.column());
            write(cell.label(), out);
        }
    }

    private static @Nullable Cell readCell(DataInputStream in) throws IOException {
        var table = readNullable(in);
        return table == null ? null : new Cell(table, in.readInt(), in.readInt(), readNullable(in));
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        var text = readNullable(in);
        if (text == null) {
            throw new IOException("a text is absent");
        }
        return text;
    }

    private static @Nullable String readNullable(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT
                ? null
                : new String(in.readNBytes(bounded(length, TEXT_BYTES_MAX)), StandardCharsets.UTF_8);
    }

    private static int bounded(int count, int max) throws IOException {
        if (count < 0 || count > max) {
            throw new IOException("not between 0 and " + max + ": " + count);
        }
        return count;
    }
}
