"""llms.txt: what the library is and where its plain texts and data stand, for programs that read it for people."""

from homare.exports.dataset import Dataset
from homare.exports.plain_markdown import escaped
from homare.model.site_words import ABOUT, LIBRARY, LICENCE_NAME
from homare.model.summaries import first_sentence


def llms_text(dataset: Dataset) -> str:
    """Return the file, in the form of llmstxt.org."""
    site = dataset.site
    cases = "\n".join(
        f"- [{escaped(case.title)}]({dataset.address_of(case)}index.md): {escaped(first_sentence(case.summary))}"
        for case in dataset.catalogue.cases
    )
    return (
        f"# {LIBRARY}\n\n> {ABOUT}\n\n"
        "記述と数字には出典が付いています。「学び」と「まねる前に要るもの」は編集部の整理です。"
        f"わからないことは「未確認」と書いています。利用の条件は{LICENCE_NAME}。版は {dataset.version}。\n\n"
        f"## データ\n\n- [すべての事例（JSON）]({site}data/cases.json)\n- [項目の説明]({site}data/codebook/)\n"
        f"- [語彙（JSON）]({site}data/vocabulary.json)\n\n## 事例\n\n{cases}\n"
    )
