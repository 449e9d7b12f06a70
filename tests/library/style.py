"""Our style guide as patterns: forms that a text of ours does not use, each with what to write instead."""

import re
from collections.abc import Iterator

FORMS = {
    "half-width kana": (r"[\uff61-\uff9f]", "全角の仮名と記号で書く"),
    "full-width letters and digits": (r"[Ａ-Ｚａ-ｚ０-９％＆]", "英数字と%は半角で書く"),
    "half-width punctuation": (
        r"(?<=[ぁ-んァ-ヶー一-龥])[(),.!?;:](?!\w)|[()](?=[ぁ-んァ-ヶ一-龥])",
        "全角の記号で書く",
    ),
    "double negative": (
        r"なくはな|なくもな|ないわけでは|ないことはな|ないこともな|ないとは言え|ないとは限らな|ないではな",
        "肯定の形で書く",
    ),
    "取り組み as a noun": (r"取り組み(?![ぁ-ん、])|取り組み(?=[がをはのもでとへ])", "名詞は「取組」と書く"),
    "など and 等 together": (r"など等|等など|などなど", "「など」だけにする"),
    "officialese": (r"を図[るりっ]|に資する|(?<!に)寄与し|鋭意|万全を期", "何をするかを動詞で書く"),
    "kanji for auxiliaries": (r"下さい|出来[るたまなず]|致しま|頂[きくけ]|有[りる](?=ま|。)", "仮名で書く"),
    "wrong dash or wave": (r"[～∼]|(?<=\d)[‐−](?=\d)", "範囲は「〜」で書く"),
    "doubled punctuation": (r"、、|。。|・・|、。|。、", "一つにする"),
    "characters that not every machine has": (r"[\u3200-\u33ff\u2160-\u217f\uf900-\ufaff]", "ふつうの文字で書く"),
    "long vowel left out": (
        r"(?:コーディネータ|コンピュータ|マネージャ|ユーザ|プリンタ|ブラウザー|フォルダー)(?!ー|大賞)",
        "コーディネーター、ユーザー、ブラウザ、フォルダ と書く",
    ),
    "number without separators": (
        r"(?<![\dA-Za-z,.])\d{4,}(?=[件社人円者台本店個頭戸校店会名])",
        "1,000から桁を区切る",
    ),
    "two spellings of one word": (
        r"わか[るりっれ]|目指[しすそせ]|かかわ[るりっれ](?!ず)|子供|全て|様々|(?<![改最])良い|ウェブサイト",
        "分かる、めざす、関わる、子ども、すべて、さまざま、よい、サイト と書く",
    ),
}
_PATTERNS = {name: re.compile(pattern) for name, (pattern, _) in FORMS.items()}
PAIRS = ("「」", "『』", "（）", "【】", "〈〉", "《》", "()")
POLITE = re.compile(r"(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|か)(?:（[^（）]*）)?[」』）]*$")


def faults(text: str) -> Iterator[str]:
    """Yield what is wrong with `text`, each with the place and the advice."""
    for name, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            near = text[max(0, found.start() - 12) : found.end() + 12]
            yield f"{name}: …{near}… → {FORMS[name][1]}"
    for pair in PAIRS:
        if not _is_matched(text, pair):
            yield f"unmatched {pair}: {text[:60]}"


def plain_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of `text` that do not end in です・ます."""
    depth, sentence = 0, ""
    for character in text:
        depth += (character in "「『（") - (character in "」』）")
        if character == "。" and depth == 0:
            if not POLITE.search(sentence):
                yield sentence
            sentence = ""
        else:
            sentence += character


def _is_matched(text: str, pair: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == pair[0]) - (character == pair[1])
        if depth < 0:
            return False
    return depth == 0
