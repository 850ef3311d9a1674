// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Arrays;
import java.util.stream.Stream;

/// Finds an earlier signature that agrees in at least 80% of its places (locality-sensitive hashing).
///
/// 16 bands of 8 places: a pair that is 80% alike meets in some band with probability 0.95, one that is 90% alike
/// with 0.9999, one that is 40% alike with 0.01. A band remembers the first document with its value. Of each
/// signature one byte a place is kept; two different places share a byte once in 256, which the bound allows for.
/// Costs about 400 bytes a document.
final class SignatureIndex {
    private static final int BANDS = 16;
    private static final int ROWS = MinHash.FUNCTIONS / BANDS;
    private static final int EQUAL_PLACES_MIN = MinHash.FUNCTIONS * 80 / 100;
    private static final int FIRST_CAPACITY = 1 << 10;

    private final FirstSeen[] bands =
            Stream.generate(FirstSeen::new).limit(BANDS).toArray(FirstSeen[]::new);
    private byte[] places = new byte[FIRST_CAPACITY * MinHash.FUNCTIONS];
    private int size;

    /// Remembers the signature and returns true, unless one near it is known.
    boolean addUnlessNear(int[] signature) {
        if (isNearAKnownOne(signature)) {
            return false;
        }
        remember(signature);
        return true;
    }

    private boolean isNearAKnownOne(int[] signature) {
        for (int band = 0; band < BANDS; band++) {
            int candidate = bands[band].find(key(signature, band));
            if (candidate >= 0 && equalPlaces(signature, candidate) >= EQUAL_PLACES_MIN) {
                return true;
            }
        }
        return false;
    }

    private void remember(int[] signature) {
        int start = size * MinHash.FUNCTIONS;
        if (start == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        for (int i = 0; i < MinHash.FUNCTIONS; i++) {
            places[start + i] = shortened(signature[i]);
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band].putIfAbsent(key(signature, band), size);
        }
        size++;
    }

    private int equalPlaces(int[] signature, int document) {
        int start = document * MinHash.FUNCTIONS;
        int equal = 0;
        for (int i = 0; i < MinHash.FUNCTIONS; i++) {
            equal += places[start + i] == shortened(signature[i]) ? 1 : 0;
        }
        return equal;
    }

    private static byte shortened(int place) {
        return (byte) ((place * 0x9E3779B1) >>> 24);
    }

    private static long key(int[] signature, int band) {
        long key = band + 1L;
        for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
            key = (key ^ signature[i]) * 0x9E3779B97F4A7C15L;
            key ^= key >>> 29;
        }
        return key;
    }

    /// From a band's value to the first document that had it: open addressing, at most two thirds full.
    private static final class FirstSeen {
        private long[] keys = new long[FIRST_CAPACITY];
        private int[] documentsPlusOne = new int[FIRST_CAPACITY];
        private int used;

        int find(long key) {
            return documentsPlusOne[slot(key)] - 1;
        }

        void putIfAbsent(long key, int document) {
            int slot = slot(key);
            if (documentsPlusOne[slot] != 0) {
                return;
            }
            keys[slot] = key;
            documentsPlusOne[slot] = document + 1;
            if (++used > keys.length / 3 * 2) {
                grow();
            }
        }

        private int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) (key >>> 32) & mask;
            while (documentsPlusOne[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            var oldKeys = keys;
            var oldDocuments = documentsPlusOne;
            keys = new long[oldKeys.length * 2];
            documentsPlusOne = new int[oldKeys.length * 2];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldDocuments[i] != 0) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    documentsPlusOne[slot] = oldDocuments[i];
                }
            }
        }
    }
}
