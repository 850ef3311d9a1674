// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.read.ExamplesFile;
import io.atrium.engine.decision.read.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The four files of a package as text; no other file of its folder is touched.
public record PackageText(String policy, String model, String examples, String source) {

    static final String SOURCE_FILE = "source.md";
    public static final int FILE_BYTES_MAX = 512 * 1024;

    /// Reads all four; a missing or oversized one is a problem, and then nothing comes back.
    public static Optional<PackageText> read(Path folder, Problems problems) {
        var before = problems.list().size();
        var files = new PackageText(
                text(folder, PolicyFile.NAME, problems),
                text(folder, DmnModel.FILE, problems),
                text(folder, ExamplesFile.NAME, problems),
                text(folder, SOURCE_FILE, problems));
        return problems.list().size() == before ? Optional.of(files) : Optional.empty();
    }

    /// SHA-256 over all four files.
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : new String[] {policy, model, examples, source}) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Path folder, String name, Problems problems) {
        var file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(ProblemCode.FILE_MISSING, name, "file", "there is no such file", "add " + name);
            } else if (Files.size(file) > FILE_BYTES_MAX) {
                var what = "larger than " + FILE_BYTES_MAX + " bytes";
                problems.add(ProblemCode.FILE_TOO_LARGE, name, "file", what, "shorten it");
            } else {
                return Files.readString(file);
            }
            return "";
        } catch (CharacterCodingException _) {
            problems.add(ProblemCode.NOT_READABLE, name, "file", "not UTF-8", "save it as UTF-8");
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
