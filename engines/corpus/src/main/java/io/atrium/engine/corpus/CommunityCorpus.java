// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes documents about an invented community (虚构社区语料): notices, diaries of machine rooms, minutes, in Chinese
/// and English.
///
/// Sentences and words are our own (resources `community-zh.txt`, `community-en.txt`); people, firms, buildings and
/// numbers in them do not exist. A known share carries a planted fault.
final class CommunityCorpus {
    /// A document, the fault in it, and for a duplicate the id of what it copies (else its own).
    record Made(Document document, Planted planted, String copyOf) {}

    private static final int RECENT_MAX = 512;
    private static final int CHINESE_PERCENT = 80;

    private final SplittableRandom random;
    private final List<Document> recent = new ArrayList<>();
    private final Phrasebook chinese = Phrasebook.load("community-zh.txt", "");
    private final Phrasebook english = Phrasebook.load("community-en.txt", " ");
    private int made;

    CommunityCorpus(long seed) {
        random = new SplittableRandom(seed);
    }

    Made next() {
        var planted = recent.isEmpty() ? Planted.NOTHING : Planted.at(random.nextInt(100));
        var id = "community-%07d".formatted(++made);
        return switch (planted) {
            case NOTHING -> fresh(id);
            case EXACT_DUPLICATE -> copied(id, planted);
            case NEAR_DUPLICATE -> copied(id, planted);
            default -> new Made(new Document(id, spoilt(freshText(), planted)), planted, id);
        };
    }

    private Made fresh(String id) {
        var document = new Document(id, freshText());
        if (recent.size() < RECENT_MAX) {
            recent.add(document);
        } else {
            recent.set(random.nextInt(RECENT_MAX), document);
        }
        return new Made(document, Planted.NOTHING, id);
    }

    private Made copied(String id, Planted planted) {
        var original = recent.get(random.nextInt(recent.size()));
        var text = planted == Planted.EXACT_DUPLICATE ? "  " + original.text() + "\r\n" : reposted(original.text());
        return new Made(new Document(id, text), planted, original.id());
    }

    private String freshText() {
        var phrasebook = random.nextInt(100) < CHINESE_PERCENT ? chinese : english;
        return phrasebook.paragraphs(random);
    }

    /// A repost differs in its first words, as when somebody passes a notice on.
    private String reposted(String text) {
        return "转发 " + (1 + random.nextInt(9)) + "：" + text;
    }

    private String spoilt(String text, Planted planted) {
        return switch (planted) {
            case PHONE_NUMBER -> text + "\n联系电话 " + phoneNumber() + "，工作日都可以打。";
            case ID_NUMBER -> text + "\n登记人证件号码为 " + idNumber() + "，由前台核对。";
            case UNTIDY_CHARACTERS ->
                "\uFEFF" + text.replace(" ", "\u3000 ").replace("8", "８").replace("。", "。\u200B");
            case ONLY_SHORT_LINES -> "第" + random.nextInt(99) + "页\n\n— " + random.nextInt(99) + " —\n";
            case NOTHING, EXACT_DUPLICATE, NEAR_DUPLICATE -> text;
        };
    }

    private String phoneNumber() {
        int last = random.nextInt(10_000);
        int middle = random.nextInt(10_000);
        return random.nextBoolean() ? "139%04d%04d".formatted(middle, last) : "186-%04d-%04d".formatted(middle, last);
    }

    /// Of a district code that is assigned to nobody, with a right check digit.
    private String idNumber() {
        var digits = "999999%04d%02d%02d%03d"
                .formatted(
                        1960 + random.nextInt(45),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(1000));
        return "0123456789X"
                .chars()
                .mapToObj(check -> digits + (char) check)
                .filter(MaskPhoneAndIdNumbers::hasRightCheckDigit)
                .findFirst()
                .orElseThrow();
    }
}
