#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rebuilds the font of official sheets (app/src/main/resources/sheet): Noto Sans SC, regular and bold, with the characters
# of GB 2312, the General Standard Chinese Characters (通用规范汉字表, Unihan kTGH), Latin, figures and signs.
# Needs: npm, and on Debian: apt-get install python3-fonttools unicode-data
set -euo pipefail
target=$(cd "$(dirname "$0")/.." && pwd)/app/src/main/resources/sheet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3
tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
/usr/bin/python3 - >characters.txt <<'PYTHON'
import bz2
characters = set()
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            characters.add(ord(bytes([high, low]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
for line in bz2.open("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8"):
    if "\tkTGH\t" in line:
        characters.add(int(line.split("\t")[0][2:], 16))
for first, last in [(0x20, 0x17F), (0x2010, 0x206F), (0x20A0, 0x20BF), (0x2150, 0x2199), (0x2460, 0x24FF),
                    (0x2713, 0x2718), (0x3000, 0x302F), (0xFF00, 0xFFEF)]:
    characters.update(range(first, last + 1))
print("\n".join("U+%04X" % character for character in sorted(characters)))
PYTHON
mkdir -p "$target"
for style in 400Regular 700Bold; do
  /usr/bin/python3 -m fontTools.subset "package/$style/NotoSansSC_$style.ttf" --unicodes-file=characters.txt --no-hinting \
    --layout-features= --drop-tables+=GSUB,GPOS,GDEF,BASE,STAT,vhea,vmtx,VORG --no-glyph-names \
    --output-file="$target/NotoSansSC-${style#?00}.ttf"
  # PDFBox warns of variation sequences (cmap format 14) at every load; sheets use none.
  /usr/bin/python3 - "$target/NotoSansSC-${style#?00}.ttf" <<'PYTHON'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
font.save(sys.argv[1])
PYTHON
done
cp package/LICENSE_FONT "$target/OFL.txt"
