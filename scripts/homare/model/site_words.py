"""The words by which the library calls itself, for pages, feeds, citations and the casebook."""

LIBRARY = "地域イノベーション事例集"
EDITORS = "地域イノベーション事例集 編集部"
ABOUT = (
    "イノベーションネットアワード（地域産業支援プログラム表彰事業）を受けた取組の記録。"
    "課題、しくみ、体制、資金、成果、経緯、横展開を、出典つきで載せる。"
)
LICENCE = "CC-BY-4.0"
LICENCE_NAME = "クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）"
LICENCE_URI = "https://creativecommons.org/licenses/by/4.0/"
"""By which data name the licence: programs know it by this address and no other."""
LICENCE_ADDRESS = f"{LICENCE_URI}deed.ja"
"""Where readers are led: what the licence allows, in Japanese."""
DEFAULT_SITE = "https://homare.example/"
"""The site's address where none is set; every export that holds addresses is told the real one."""
OFFLINE_FILE = "data/homare-offline.zip"
"""Where a site that was built with it holds its edition for reading without network."""
MOST_FOR_PEOPLE = 300
"""The site carries the workbook and the whole casebook up to this many cases: beyond, nobody opens or prints them, and
they would take most of a build. `homare export` and `homare book` make them of any size."""
