// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The embedding model bge-small-zh-v1.5 of BAAI, quantised, on ONNX Runtime: 512 numbers for a text, no network.
///
/// One thread for each call: the library's default takes all cores for a gain of nothing. Callers in parallel share the
/// session, which is safe; a call computes on the thread that made it.
///
/// The model reads the first 512 tokens, about 500 Chinese characters; what stands behind is not seen. Texts are put
/// in as they are, without the prefix that BAAI gives for questions to long passages: here both sides are short needs.
public final class BgeSmallZh implements TextEmbedder {
    public static final int DIMENSIONS = 512;

    /// What the model was trained for.
    public static final int TOKENS_MAX = 512;

    private static final String MODEL = "bge-small-zh-v1.5-q";

    /// Texts that go through the model together. Larger batches are no faster on one thread.
    private static final int MODEL_BATCH = 16;

    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private BgeSmallZh(HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
    }

    /// Loads the model, in about half a second.
    ///
    /// @param nativeFolder where native code is unpacked once and found again, about 43 MB
    public static BgeSmallZh open(Path nativeFolder) {
        NativeLibraries.unpackInto(nativeFolder.toAbsolutePath());
        try (var vocabulary = resource("/" + MODEL + "-tokenizer.json");
                var model = resource("/" + MODEL + ".onnx");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary,
                    Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(TOKENS_MAX)));
            var environment = OrtEnvironment.getEnvironment();
            return new BgeSmallZh(tokenizer, environment, environment.createSession(model.readAllBytes(), options));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (OrtException problem) {
            throw new IllegalStateException("the embedding model does not load", problem);
        }
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        TextNotEmbeddable.check(texts);
        if (texts.isEmpty()) return List.of();
        var encodings = tokenizer.batchEncode(texts);
        var vectors = new float[texts.size()][];
        var byLength = IntStream.range(0, encodings.length) // texts of like length together, so that little is padded
                .boxed()
                .sorted(Comparator.comparingInt(i -> encodings[i].getIds().length))
                .toList();
        for (int from = 0; from < byLength.size(); from += MODEL_BATCH) {
            embed(byLength.subList(from, Math.min(from + MODEL_BATCH, byLength.size())), encodings, vectors);
        }
        return List.of(vectors);
    }

    private void embed(List<Integer> batch, Encoding[] encodings, float[][] vectors) {
        int tokens = encodings[batch.getLast()].getIds().length;
        try (var ids = tensor(batch, tokens, i -> encodings[i].getIds());
                var mask = tensor(batch, tokens, i -> encodings[i].getAttentionMask());
                var types = tensor(batch, tokens, i -> encodings[i].getTypeIds());
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int row = 0; row < batch.size(); row++) {
                vectors[batch.get(row)] = firstToken(output, row * tokens * DIMENSIONS);
            }
        } catch (OrtException problem) {
            throw new IllegalStateException("the embedding model does not answer", problem);
        }
    }

    private OnnxTensor tensor(List<Integer> batch, int tokens, RowSource source) throws OrtException {
        var values = new long[batch.size() * tokens]; // zero is padding
        for (int row = 0; row < batch.size(); row++) {
            var one = source.row(batch.get(row));
            System.arraycopy(one, 0, values, row * tokens, one.length);
        }
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {batch.size(), tokens});
    }

    /// The model speaks for the whole text in its first token ([CLS]).
    private static float[] firstToken(FloatBuffer output, int from) {
        var vector = new float[DIMENSIONS];
        output.get(from, vector);
        return Vectors.normalised(vector);
    }

    private static InputStream resource(String name) {
        var stream = BgeSmallZh.class.getResourceAsStream(name);
        if (stream == null) throw new IllegalStateException("not on the class path: " + name);
        return stream;
    }

    @Override
    public void close() {
        try {
            session.close();
            tokenizer.close();
        } catch (OrtException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private interface RowSource {
        long[] row(int text);
    }
}
