// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.PackageText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A policy package as one file (政策包): a ZIP with exactly the four files of a package. The same package always makes
/// the
/// same bytes.
public final class PackageZip {

    public static final int BYTES_MAX = 2 * 1024 * 1024;

    private static final List<String> NAMES = List.of("policy.yaml", "model.dmn", "examples.yaml", "source.md");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackageZip() {}

    /// What came of reading.
    public sealed interface Outcome {

        record Read(PackageText text) implements Outcome {}

        record Refused(Fault fault) implements Outcome {}
    }

    /// Why a file is no package.
    public enum Fault {
        NOT_A_ZIP,
        OTHER_FILES,
        TOO_LARGE,
        NOT_UTF8
    }

    /// Takes no other name than the four, so that no path leads anywhere, and no more bytes than a package may have.
    public static Outcome read(byte[] archive) {
        if (archive.length > BYTES_MAX) {
            return new Outcome.Refused(Fault.TOO_LARGE);
        }
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!NAMES.contains(entry.getName()) || files.containsKey(entry.getName())) {
                    return new Outcome.Refused(Fault.OTHER_FILES);
                }
                var bytes = zip.readNBytes(PackageText.FILE_BYTES_MAX + 1);
                if (bytes.length > PackageText.FILE_BYTES_MAX) {
                    return new Outcome.Refused(Fault.TOO_LARGE);
                }
                files.put(entry.getName(), text(bytes));
            }
        } catch (CharacterCodingException _) {
            return new Outcome.Refused(Fault.NOT_UTF8);
        } catch (IOException | IllegalArgumentException _) {
            return new Outcome.Refused(Fault.NOT_A_ZIP);
        }
        return outcome(files);
    }

    private static Outcome outcome(Map<String, String> files) {
        if (files.isEmpty()) {
            return new Outcome.Refused(Fault.NOT_A_ZIP);
        }
        return files.size() == NAMES.size()
                ? new Outcome.Read(new PackageText(file(files, 0), file(files, 1), file(files, 2), file(files, 3)))
                : new Outcome.Refused(Fault.OTHER_FILES);
    }

    private static String file(Map<String, String> files, int index) {
        return Objects.requireNonNull(files.get(NAMES.get(index)));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    public static byte[] write(PackageText text) {
        var contents = List.of(text.policy(), text.model(), text.examples(), text.source());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < NAMES.size(); i++) {
                var entry = new ZipEntry(NAMES.get(i));
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(contents.get(i).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
