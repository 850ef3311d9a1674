// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import io.atrium.engine.decision.plain.PlainModel;
import io.atrium.engine.decision.plain.PlainOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xml.sax.SAXException;

/// Runs every test file below a directory through the row path.
public final class TckRun {

    private static final int DEPTH_MAX = 8;
    private static final int DETAIL_CHARS_MAX = 300;
    private static final String NO_CASE = "-";

    private TckRun() {}

    /// Files `*-test-*.xml`, wherever they lie below the directory; links are not followed.
    public static TckReport run(Path directory) {
        var byFolder = testFiles(directory).stream()
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
        var folders = new ArrayList<TckReport.Folder>();
        byFolder.forEach((folder, files) -> folders.add(run(directory, folder, files)));
        return new TckReport(folders);
    }

    private static List<Path> testFiles(Path directory) {
        try (var files = Files.find(
                directory,
                DEPTH_MAX,
                (path, attributes) -> attributes.isRegularFile()
                        && path.getFileName().toString().matches(".*-test-.*\\.xml"))) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static TckReport.Folder run(Path directory, Path folder, List<Path> files) {
        var results = files.stream().flatMap(file -> run(folder, file).stream()).toList();
        return new TckReport.Folder(name(directory, folder), results);
    }

    private static String name(Path directory, Path folder) {
        var below = directory.relativize(folder).toString();
        return below.isEmpty()
                ? String.valueOf(directory.toAbsolutePath().normalize().getFileName())
                : below;
    }

    private static List<TckResult> run(Path folder, Path path) {
        var label = folder.relativize(path).toString();
        try {
            var file = TckFile.read(path);
            return switch (PlainModel.compile(folder.resolve(file.model()), models(folder))) {
                case PlainOutcome.Ready(var model) ->
                    file.cases().stream().map(test -> run(label, model, test)).toList();
                case PlainOutcome.Refused refused -> refused(label, file, refused);
            };
        } catch (SAXException broken) {
            return List.of(new TckResult(label, NO_CASE, TckVerdict.FAILED, "no test file: " + broken.getMessage()));
        }
    }

    private static List<Path> models(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<TckResult> refused(String label, TckFile file, PlainOutcome.Refused refused) {
        var verdict =
                refused.reason() == PlainOutcome.Reason.EXTERNAL_FUNCTION ? TckVerdict.REFUSED : TckVerdict.FAILED;
        return file.cases().stream()
                .map(test -> new TckResult(label, test.id(), verdict, refused.sentence()))
                .toList();
    }

    private static TckResult run(String label, PlainModel model, TckCase test) {
        for (var expected : test.results()) {
            var detail = check(model, test, expected);
            if (!detail.isEmpty()) {
                return new TckResult(label, test.id(), TckVerdict.FAILED, detail);
            }
        }
        return new TckResult(label, test.id(), TckVerdict.PASSED, "");
    }

    /// @return what is wrong; empty when nothing is
    private static String check(PlainModel model, TckCase test, TckCase.Expected expected) {
        try {
            var actual = test.service() == null
                    ? model.decide(expected.decision(), test.inputs())
                    : model.serve(test.service(), expected.decision(), test.inputs());
            return TckComparison.isSame(expected.value(), actual)
                    ? ""
                    : shortened(expected.decision() + " is " + actual + ", expected " + expected.value());
        } catch (RuntimeException | StackOverflowError broken) { // one model that breaks KIE must not end the run
            return shortened(expected.decision() + " ended in " + broken);
        }
    }

    private static String shortened(String text) {
        return text.length() <= DETAIL_CHARS_MAX ? text : text.substring(0, DETAIL_CHARS_MAX) + "…";
    }
}
