// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.embed;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Puts the native code of ONNX Runtime and of the tokenizer into a folder of the application's.
///
/// Left to themselves, ONNX Runtime unpacks 28 MB into a new temporary folder at each start, which stays behind after
/// `kill -9`, and the tokenizer writes into the home folder of the user. Both are told by system properties, which
/// they read once in the life of a JVM: the first folder wins.
final class NativeLibraries {
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    static void unpackInto(Path folder) {
        System.setProperty("ai.djl.offline", "true");
        setUnlessSet("DJL_CACHE_DIR", folder.resolve("tokenizers").toString());
        try {
            var target = folder.resolve("onnxruntime-" + version());
            if (unpack(target)) setUnlessSet("onnxruntime.native.path", target.toString());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot unpack native libraries into " + folder, problem);
        }
    }

    /// False where the jar has nothing for this platform at the usual place: then ONNX Runtime looks for itself.
    private static boolean unpack(Path target) throws IOException {
        for (var name : NAMES) {
            var file = System.mapLibraryName(name);
            var resource = OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + file);
            if (resource == null) return false;
            var library = target.resolve(file);
            var connection = resource.openConnection();
            connection.setUseCaches(false);
            if (Files.exists(library) && Files.size(library) == connection.getContentLengthLong()) continue;
            Files.createDirectories(target);
            var half = Files.createTempFile(target, file, ".half");
            try (var in = connection.getInputStream()) {
                Files.copy(in, half, REPLACE_EXISTING);
            }
            Files.move(half, library, ATOMIC_MOVE, REPLACE_EXISTING);
        }
        return true;
    }

    private static String version() {
        var version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "bundled" : version;
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return family + (processor.contains("aarch64") ? "-aarch64" : "-x64");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) System.setProperty(property, value);
    }
}
